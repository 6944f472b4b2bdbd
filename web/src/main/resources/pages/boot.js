// Imports the scripts of the edition that the page names. In a roll-out another replica may not have it: then the page is asked for anew.
const { edition } = JSON.parse(document.getElementById('facts').textContent);
import(`/assets/${edition}/${document.documentElement.dataset.page}/main.js`).catch(failure => {
  console.error(failure);
  document.documentElement.dataset.boot = 'failed';
  setTimeout(() => location.reload(), 2000);
});
