#![allow(clippy::unwrap_used)]

use super::*;
use crate::sample::{iptc, packet};

const TYPE: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

fn in_xmp(properties: &str) -> Facts {
    let xmp = Some(packet(properties).into_bytes());
    Facts::of(&Blocks { xmp, ..Blocks::default() })
}

#[test]
fn xmp_is_read_in_each_of_its_forms() {
    let facts = in_xmp(&format!(
        "<dc:creator><rdf:Seq><rdf:li>Леся Гай</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>\
         <dc:rights><rdf:Alt><rdf:li xml:lang=\"uk\">інше</rdf:li>\
         <rdf:li xml:lang=\"x-default\">© Step &amp; Co</rdf:li></rdf:Alt></dc:rights>\
         <dc:description>A  tram\non the quay</dc:description>\
         <photoshop:Credit>Step</photoshop:Credit><photoshop:City>Poltava</photoshop:City>\
         <ext:DigitalSourceType rdf:resource=\"{TYPE}\"/>"
    ));
    let text = |text: &str| Some(text.to_owned());
    let expected = Facts {
        creators: vec!["Леся Гай".to_owned(), "B".to_owned()],
        credit: text("Step"),
        copyright: text("© Step & Co"),
        caption: text("A tram on the quay"),
        source_type: text(TYPE),
    };
    assert_eq!(facts, expected);
    let attribute = packet("").replace("about=\"\"", "about=\"\" photoshop:Credit=\"Step\"");
    let blocks = Blocks { xmp: Some(attribute.into_bytes()), ..Blocks::default() };
    assert_eq!(Facts::of(&blocks).credit, text("Step"));
}

#[test]
fn facts_of_ingredients_are_not_the_photos_own() {
    let nested = "<ext:Ingredients><rdf:Bag><rdf:li><rdf:Description>\
        <photoshop:Credit>Somebody</photoshop:Credit></rdf:Description></rdf:li></rdf:Bag>\
        </ext:Ingredients>";
    assert!(in_xmp(nested).is_empty());
}

#[test]
fn what_is_no_xmp_or_wants_to_be_costly_says_nothing() {
    let deep = packet(&("<dc:a>".repeat(60_000) + &"</dc:a>".repeat(60_000)));
    let wide = packet(&"<dc:a/>".repeat(MOST_NODES_AND_MORE));
    let entities = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".to_owned();
    for xmp in [deep, wide, entities, "<x".to_owned(), String::new()] {
        let blocks = Blocks { xmp: Some(xmp.into_bytes()), ..Blocks::default() };
        assert!(Facts::of(&blocks).is_empty());
    }
}

const MOST_NODES_AND_MORE: usize = 30_000;

#[test]
fn iptc_fills_in_what_xmp_lacks_and_exif_what_both_lack() {
    let sets: [(u8, &[u8]); 5] = [
        (80, b"Oksana"),
        (90, b"Poltava"),
        (110, b"Agency"),
        (116, "© Степ".as_bytes()),
        (120, b"Portr\xe4tt p\xe5 Eva"),
    ];
    let exif = b"II*\0\x08\0\0\0\x01\0\x3b\x01\x02\0\x03\0\0\0Ex\0\0\0\0\0\0".to_vec();
    let blocks = Blocks {
        xmp: Some(packet("<photoshop:Credit>Step</photoshop:Credit>").into_bytes()),
        photoshop: Some(iptc(&sets)),
        exif: Some(exif.clone()),
    };
    let facts = Facts::of(&blocks);
    assert_eq!(facts.creators, ["Oksana"]);
    assert_eq!(facts.credit.as_deref(), Some("Step"));
    assert_eq!(facts.copyright.as_deref(), Some("© Степ"));
    assert_eq!(facts.caption.as_deref(), Some("Porträtt på Eva"));
    let blocks = Blocks { exif: Some(exif), ..Blocks::default() };
    assert_eq!(Facts::of(&blocks).creators, ["Ex"]);
}

#[test]
fn broken_records_are_read_up_to_where_they_break() {
    let whole = iptc(&[(110, b"Agency"), (80, b"Oksana")]);
    for end in 0..whole.len() {
        let photoshop = Some(whole[..end].to_vec());
        let _ = Facts::of(&Blocks { photoshop, ..Blocks::default() });
    }
    let mut odd = whole;
    let at = odd.windows(3).position(|set| set == [0x1c, 2, 80]).unwrap();
    odd[at + 3] = 0xff;
    let facts = Facts::of(&Blocks { photoshop: Some(odd), ..Blocks::default() });
    assert_eq!((facts.credit.as_deref(), facts.creators.len()), (Some("Agency"), 0));
}

#[test]
fn texts_have_an_end_and_no_signs_that_xml_forbids() {
    assert_eq!(tidy(" a\u{1}b\u{fffe} \n c "), Some("ab c".to_owned()));
    assert_eq!(tidy("\0 \t"), None);
    assert_eq!(tidy(&"ї".repeat(3_000)).unwrap().chars().count(), LONGEST);
}

#[test]
fn only_terms_of_the_list_say_what_made_a_photo() {
    assert_eq!(source_type(&TYPE.replace("http:", "https:")).as_deref(), Some(TYPE));
    for other in ["trainedAlgorithmicMedia", "http://example.org/a", &format!("{TYPE}/../b c")] {
        assert_eq!(source_type(other), None, "{other}");
    }
}
