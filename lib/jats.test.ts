import { expect, test } from 'vitest'
import { plainAbstract, plainMarkup } from '@/lib/jats'

test.each([
  ['<jats:p>We count.</jats:p>', 'We count.'],
  [
    '<jats:title>Abstract</jats:title><jats:p>We <jats:italic>count</jats:italic>\n   heat.</jats:p>',
    'We count\nheat.',
  ],
  ['<jats:p>One.</jats:p><jats:p>Two.</jats:p>', 'One.\n\nTwo.'],
  [
    '<jats:sec><jats:title>Background</jats:title><jats:p>Heat.</jats:p></jats:sec><jats:sec><jats:title>Results:</jats:title><jats:p>Less &lt; 5%.</jats:p></jats:sec>',
    'Background: Heat.\n\nResults: Less < 5%.',
  ],
  [
    '<jats:p>For <jats:inline-formula><jats:alternatives><jats:tex-math>$$x^2$$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math></jats:alternatives></jats:inline-formula> we</jats:p>',
    'For $x^2$ we',
  ],
  [
    '<jats:p>At <jats:tex-math>\\documentclass{minimal}\\begin{document}$$\\alpha$$\\end{document}</jats:tex-math></jats:p>',
    'At $\\alpha$',
  ],
  [
    '<jats:p>At <mml:math>\n <mml:mi>p</mml:mi>\n <mml:mo>&lt;</mml:mo>\n <mml:mn>5</mml:mn>\n</mml:math>.</jats:p>',
    'At p<5.',
  ],
  ['<p>ABSTRACT We count.</p>', 'We count.'],
  ['Abstract: we count H<sub>2</sub>O', 'we count H₂O'],
  ['We count &amp;lt;b&amp;gt; &#233;', 'We count <b> é'],
  ['x < y and y > z', 'x < y and y > z'],
  ['<jats:p>Broken <jats:italic>markup', 'Broken markup'],
  ['<jats:p/>', ''],
  ['', ''],
])('the abstract %j', (jats, text) => {
  expect(plainAbstract(jats)).toBe(text)
})

test.each([
  ['<i>E. coli</i> grows', 'E. coli grows'],
  ['CO<sub>2</sub> at 10<sup>−3</sup> and x<sup>alpha</sup>', 'CO₂ at 10⁻³ and xalpha'],
  ['Research &amp;amp; Development', 'Research & Development'],
  ['A\n            title', 'A title'],
  ['<script>alert(1)</script>', 'alert(1)'],
  ['&#99999999; &nope;', '&#99999999; &nope;'],
])('the title %j', (html, text) => {
  expect(plainMarkup(html)).toBe(text)
})
