/** Categories of arXiv that are offered while somebody types one. Any other can be typed as well. */
export const offeredCategories: readonly { id: string; name: string }[] = Object.entries({
  'cs.AI': 'Artificial Intelligence',
  'cs.AR': 'Hardware Architecture',
  'cs.CC': 'Computational Complexity',
  'cs.CE': 'Computational Engineering, Finance, and Science',
  'cs.CG': 'Computational Geometry',
  'cs.CL': 'Computation and Language',
  'cs.CR': 'Cryptography and Security',
  'cs.CV': 'Computer Vision and Pattern Recognition',
  'cs.CY': 'Computers and Society',
  'cs.DB': 'Databases',
  'cs.DC': 'Distributed, Parallel, and Cluster Computing',
  'cs.DL': 'Digital Libraries',
  'cs.DM': 'Discrete Mathematics',
  'cs.DS': 'Data Structures and Algorithms',
  'cs.ET': 'Emerging Technologies',
  'cs.FL': 'Formal Languages and Automata Theory',
  'cs.GR': 'Graphics',
  'cs.GT': 'Computer Science and Game Theory',
  'cs.HC': 'Human-Computer Interaction',
  'cs.IR': 'Information Retrieval',
  'cs.IT': 'Information Theory',
  'cs.LG': 'Machine Learning',
  'cs.LO': 'Logic in Computer Science',
  'cs.MA': 'Multiagent Systems',
  'cs.MM': 'Multimedia',
  'cs.MS': 'Mathematical Software',
  'cs.NA': 'Numerical Analysis',
  'cs.NE': 'Neural and Evolutionary Computing',
  'cs.NI': 'Networking and Internet Architecture',
  'cs.OS': 'Operating Systems',
  'cs.PF': 'Performance',
  'cs.PL': 'Programming Languages',
  'cs.RO': 'Robotics',
  'cs.SC': 'Symbolic Computation',
  'cs.SD': 'Sound',
  'cs.SE': 'Software Engineering',
  'cs.SI': 'Social and Information Networks',
  'cs.SY': 'Systems and Control',
  'econ.EM': 'Econometrics',
  'eess.AS': 'Audio and Speech Processing',
  'eess.IV': 'Image and Video Processing',
  'eess.SP': 'Signal Processing',
  'eess.SY': 'Systems and Control',
  'math.OC': 'Optimization and Control',
  'math.PR': 'Probability',
  'math.ST': 'Statistics Theory',
  'physics.comp-ph': 'Computational Physics',
  'q-bio.BM': 'Biomolecules',
  'q-bio.NC': 'Neurons and Cognition',
  'q-bio.QM': 'Quantitative Methods',
  'quant-ph': 'Quantum Physics',
  'stat.AP': 'Applications',
  'stat.CO': 'Computation',
  'stat.ME': 'Methodology',
  'stat.ML': 'Machine Learning',
  'stat.TH': 'Statistics Theory',
}).map(([id, name]) => ({ id, name }))

/** Whether arXiv has, or had, such an archive: what stands before the dot. */
export function isArchive(category: string): boolean {
  return archives.has(category.split('.')[0] ?? '')
}

/** Categories that somebody may mean who types something else, as `cs.LG` by `ml` or `learning`; the nearest first. */
export function categoriesNear(typed: string): string[] {
  const asked = typed.toLowerCase()
  const byEnd = offeredCategories.filter(({ id }) => id.toLowerCase().endsWith(`.${asked}`))
  const byName = offeredCategories.filter(
    ({ name }) => initialsOf(name) === asked || name.toLowerCase().includes(asked),
  )
  return [...new Set([...byEnd, ...byName].map(({ id }) => id))].slice(0, 2)
}

/** `Machine Learning` is `ml`. */
function initialsOf(name: string): string {
  return (name.match(/\b[A-Z]/g) ?? []).join('').toLowerCase()
}

const archives = new Set(
  [
    'cs econ eess math physics q-bio q-fin stat astro-ph cond-mat gr-qc hep-ex hep-lat hep-ph hep-th math-ph nlin',
    'nucl-ex nucl-th quant-ph acc-phys adap-org alg-geom ao-sci atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas',
    'dg-ga funct-an mtrl-th patt-sol plasm-ph q-alg solv-int supr-con',
  ].flatMap((names) => names.split(' ')),
)
