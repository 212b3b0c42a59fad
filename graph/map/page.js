drawBoard(vis, document.getElementById("map"), drawn);
