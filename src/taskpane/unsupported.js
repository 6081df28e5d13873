/* For browsers that cannot run the pane. Plain ES5, copied as it is: it must run where nothing else does. */
(function () {
  var modern = "noModule" in document.createElement("script") && !/Trident|Edge\//.test(navigator.userAgent);
  if (modern) return;
  document.getElementById("pane").style.display = "none";
  document.getElementById("too-old").removeAttribute("hidden");
})();
