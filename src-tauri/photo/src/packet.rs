//! The XMP packet that photos leave with: ours, from a few facts, whatever the file had of its own.

use std::fmt::Write;

use super::facts::Facts;
use super::{avif, jpeg, png, webp};

const HEAD: &str = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
    <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
    <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" \
    xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\">";
const TAIL: &str = "</rdf:Description></rdf:RDF></x:xmpmeta>";

/// A picture that has no words yet, with them; as it is when there are none, or when what it is
/// cannot hold them (GIF).
pub fn with_words(picture: &[u8], extension: &str, facts: &Facts) -> Option<Vec<u8>> {
    let packet = packet(facts)?;
    match extension {
        "jpg" => jpeg::with_packet(picture, packet.as_bytes()),
        "png" => png::with_packet(picture, packet.as_bytes()),
        "webp" => webp::with_packet(picture, packet.as_bytes()),
        "avif" => avif::with_packet(picture, packet.as_bytes()),
        _ => None,
    }
}

fn packet(facts: &Facts) -> Option<String> {
    if facts.is_empty() {
        return None;
    }
    let mut xml = HEAD.to_owned();
    if !facts.creators.is_empty() {
        let names: String =
            facts.creators.iter().map(|name| element("rdf:li", &escaped(name))).collect();
        xml += &element("dc:creator", &element("rdf:Seq", &names));
    }
    for (name, text) in [("dc:rights", &facts.copyright), ("dc:description", &facts.caption)] {
        if let Some(text) = text {
            let item = format!("<rdf:li xml:lang=\"x-default\">{}</rdf:li>", escaped(text));
            xml += &element(name, &element("rdf:Alt", &item));
        }
    }
    if let Some(credit) = &facts.credit {
        xml += &element("photoshop:Credit", &escaped(credit));
    }
    if let Some(address) = &facts.source_type {
        xml += &element("Iptc4xmpExt:DigitalSourceType", &escaped(address));
    }
    Some(xml + TAIL)
}

fn element(name: &str, inside: &str) -> String {
    format!("<{name}>{inside}</{name}>")
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, sign| {
        match sign {
            '&' | '<' | '>' | '"' => _ = write!(out, "&#{};", u32::from(sign)),
            sign => out.push(sign),
        }
        out
    })
}
