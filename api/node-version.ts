const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Cần Node 24, đang chạy Node ${process.versions.node}. Hãy chạy qua npm (npm start, npm run demo, npm run cli -- …): npm dùng đúng Node 24 đã cài cùng dự án.\n` +
      `Node 24 is needed, this is Node ${process.versions.node}. Run it through npm, which uses the Node 24 installed with the project.\n`,
  );
  process.exit(1);
}
