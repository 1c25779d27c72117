/** Where a browser keeps the name of who is signed in. */
export const keptNameKey = 'dp_name'

/**
 * Runs before a page is painted: with the cookie of auth.ts the way in is not shown (header.css), and in its place
 * stands the name that this browser kept. The HTML stays as it is for everybody.
 */
export const nameBeforePaint = `if(/(?:^|; )dp_signed_in=1/.test(document.cookie)){let r=document.documentElement,n
r.dataset.signedIn=''
try{n=localStorage.getItem('${keptNameKey}')}catch{}
if(n)r.style.setProperty('--kept-name',JSON.stringify(n))}`
