/* A page that moved sends its readers on with the fragment they asked for, which a plain refresh would lose. */
const link = document.querySelector<HTMLAnchorElement>('#moved-to')
if (link) location.replace(link.hash ? link.href : link.href + location.hash)
