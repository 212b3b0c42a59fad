drawBoard(vis, document.getElementById("map"), JSON.parse(document.getElementById("drawn").textContent));
