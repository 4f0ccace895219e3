import { defineConfig } from 'vite';

// Each page of the program is an HTML file beside this one: index.html is served at /, name.html at /name. The page at
// /figures is the server's own and works without a script; the one that makes it quick is found by the manifest.
const pages = { index: 'index.html', figures: 'src/figures/main.ts' };

export default defineConfig({
  // Relative addresses: the program may stand behind a proxy, under a path of its own.
  base: './',
  build: {
    outDir: '../src/EcosystemGraph.Api/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    rolldownOptions: {
      input: pages,
      // Packages written for React's servers say "use client", which means nothing here.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
    // The editor is one large part by nature, loaded after the page.
    chunkSizeWarningLimit: 4000,
  },
  // `npm run dev` beside a running program.
  server: {
    fs: { allow: ['..'] },
    proxy: { '/graphql': 'http://localhost:5080', '/figures': 'http://localhost:5080', '/networks': 'http://localhost:5080' },
  },
});
