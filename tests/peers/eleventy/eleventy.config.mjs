export default function (config) {
  config.setInputDirectory("content");
  config.setIncludesDirectory("../_includes");
  config.setQuietMode(true);
  config.addCollection("episodes", (all) => all.getFilteredByGlob("content/episodes/*/index.md").reverse());
}
