// Theme and text size as chosen on this device. Runs before anything is painted, so that a page never shows in another theme first.
{
  const { dataset } = document.documentElement;
  const kept = name => JSON.parse(localStorage.getItem(`siren.${dataset.look ?? dataset.page}.${name}`));
  Object.assign(dataset, { theme: kept('theme') ?? 'system', text: kept('text') ?? 1 });
}
