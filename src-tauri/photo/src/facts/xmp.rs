//! XMP (ISO 16684-1): RDF, read as far as the few properties need.

use roxmltree::{Document, Node, ParsingOptions};

use super::{Facts, MOST_CREATORS, source_type, tidy};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub const DC: &str = "http://purl.org/dc/elements/1.1/";
pub const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
pub const IPTC_EXTENSION: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

/// Bounds on what is read: packets of cameras and agencies have a few kilobytes.
const LARGEST: usize = 512 * 1024;
const MOST_NODES: u32 = 20_000;

/// None for what is no XMP.
pub fn facts(packet: &[u8]) -> Option<Facts> {
    let text = std::str::from_utf8(Some(packet).filter(|all| all.len() <= LARGEST)?).ok()?;
    let text = text.trim_matches(['\0', '\u{feff}', ' ', '\n', '\r', '\t']);
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let rdf = document.descendants().find(|node| node.has_tag_name((RDF, "RDF")))?;
    let about: Vec<_> =
        rdf.children().filter(|node| node.has_tag_name((RDF, "Description"))).collect();
    let values = |space, name| values(&about, space, name);
    let first = |space, name| values(space, name).into_iter().find_map(|text| tidy(&text));
    let creators = values(DC, "creator").into_iter().filter_map(|name| tidy(&name));
    Some(Facts {
        creators: creators.take(MOST_CREATORS).collect(),
        credit: first(PHOTOSHOP, "Credit"),
        copyright: first(DC, "rights"),
        caption: first(DC, "description"),
        source_type: values(IPTC_EXTENSION, "DigitalSourceType")
            .iter()
            .find_map(|address| source_type(address)),
    })
}

/// What a property says: a plain value, a list, or one text in several languages, the default first.
fn values(about: &[Node<'_, '_>], space: &str, name: &str) -> Vec<String> {
    let plain = about.iter().filter_map(|node| node.attribute((space, name)));
    let elements =
        about.iter().flat_map(|node| node.children()).filter(|it| it.has_tag_name((space, name)));
    plain.map(str::to_owned).chain(elements.flat_map(in_element)).collect()
}

fn in_element(property: Node<'_, '_>) -> Vec<String> {
    const XML: &str = "http://www.w3.org/XML/1998/namespace";
    if let Some(address) = property.attribute((RDF, "resource")) {
        return vec![address.to_owned()];
    }
    let items = property.descendants().filter(|node| node.has_tag_name((RDF, "li")));
    let mut items: Vec<_> = items.collect();
    items.sort_by_key(|item| item.attribute((XML, "lang")) != Some("x-default"));
    let text = |node: &Node<'_, '_>| node.text().unwrap_or_default().to_owned();
    match items.as_slice() {
        [] => vec![text(&property)],
        items => items.iter().map(text).collect(),
    }
}
