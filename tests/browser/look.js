// What stands in the page that no page of ours has: an element, an attribute, an address, a comment.
(() => {
  const ELEMENTS = new Set(
    `a article aside b blockquote body br code data del div em figcaption figure footer h1 h2 h3 h4 h5 h6
     head header hr html img li link main meta nav ol p picture pre script small source span strong sup
     table tbody td th thead time title tr ul`.split(/\s+/),
  );
  const ATTRIBUTES = new Set(
    `alt aria-current aria-hidden aria-label charset class content data-story datetime decoding
     fetchpriority height href hreflang http-equiv id lang loading name property rel scope sizes src
     srcset start tabindex title type value width`.split(/\s+/),
  );
  const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);
  const LINKS = new Set(["alternate", "canonical", "icon", "stylesheet"]);
  const faults = [];

  const address = (element, name, value) => {
    let url;
    try {
      url = new URL(value, document.baseURI);
    } catch {
      return;
    }
    const page = new URL(document.URL);
    const isOurs = url.protocol === page.protocol && url.host === page.host;
    if (element.localName !== "a" && !isOurs) {
      faults.push(`<${element.localName}> from elsewhere: ${name}=${value}`);
    } else if (!isOurs && !SCHEMES.has(url.protocol)) {
      faults.push(`an address that runs: ${name}=${value}`);
    }
  };

  const script = (element) => {
    if (element.type !== "application/ld+json") return faults.push("a script");
    if (element.text.includes("<")) faults.push("a tag in the script for machines");
    try {
      JSON.parse(element.text);
    } catch {
      faults.push("the script for machines is no JSON");
    }
  };

  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.DOCUMENT_TYPE_NODE) continue;
    if (node.nodeType !== Node.ELEMENT_NODE) {
      faults.push(`a node that is no text: ${node.nodeName}`);
      continue;
    }
    const isHtml = node.namespaceURI === "http://www.w3.org/1999/xhtml";
    if (!isHtml || !ELEMENTS.has(node.localName)) faults.push(`an element: <${node.localName}>`);
    if (node.localName === "script") script(node);
    if (node.localName === "link" && !LINKS.has(node.rel)) faults.push(`a link: ${node.rel}`);
    for (const { name, value } of node.attributes) {
      const isOther =
        (name === "http-equiv" && value !== "Content-Security-Policy") ||
        (name === "value" && !/^story:[\w-]+$/.test(value));
      if (!ATTRIBUTES.has(name) || isOther) faults.push(`an attribute: ${name}`);
      if (name === "href" || name === "src") address(node, name, value);
      if (name !== "srcset") continue;
      for (const one of value.split(",")) address(node, name, one.trim().split(" ")[0]);
    }
  }
  if (document.querySelectorAll("[http-equiv]").length > 2) faults.push("more than our policies");
  if (document.scripts.length > 1) faults.push("more than the script for machines");
  return faults;
})()
