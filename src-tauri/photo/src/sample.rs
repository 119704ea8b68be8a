//! Photos for tests, put together from parts.

use image::{DynamicImage, Rgb, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder};

/// Four quarters: red, green, blue and white from the upper left, as one reads.
pub fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => Rgb([200, 30, 30]),
        (false, true) => Rgb([30, 180, 30]),
        (true, false) => Rgb([30, 30, 200]),
        (false, false) => Rgb([230, 230, 230]),
    })
}

/// A picture with many colours, the same on every machine.
pub fn colourful(width: u32, height: u32) -> RgbImage {
    let mut noise = 0x9e37_79b9_u32;
    RgbImage::from_fn(width, height, |x, y| {
        noise ^= noise << 13;
        noise ^= noise >> 17;
        noise ^= noise << 5;
        let [grain, ..] = noise.to_le_bytes();
        let shade = |by: u32| (by % 200 + u32::from(grain % 32)) as u8;
        Rgb([shade(x), shade(y), shade(x / 2 + y / 3)])
    })
}

/// The same, fading out to the right.
pub fn fading(width: u32, height: u32) -> RgbaImage {
    let opaque = colourful(width, height);
    RgbaImage::from_fn(width, height, |x, y| {
        let [red, green, blue] = opaque.get_pixel(x, y).0;
        Rgba([red, green, blue, (255 - 255 * x / width) as u8])
    })
}

/// A JPEG of it with other segments, by the number of their marker.
pub fn jpeg(picture: &RgbImage, segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    for (number, data) in segments {
        encoder.add_app_segment(*number, data.to_vec()).unwrap();
    }
    let (width, height) = picture.dimensions();
    encoder.encode(picture, width as u16, height as u16, ColorType::Rgb).unwrap();
    bytes
}

pub fn encoded(picture: impl Into<DynamicImage>, format: image::ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// An EXIF segment with an orientation.
pub fn oriented(orientation: u8) -> Vec<u8> {
    let head = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0";
    [head.as_slice(), &[orientation, 0, 0, 0, 0, 0, 0, 0]].concat()
}

/// An XMP segment with these properties.
pub fn xmp(properties: &str) -> Vec<u8> {
    let packet = packet(properties);
    [b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat()
}

/// An XMP packet with these properties.
pub fn packet(properties: &str) -> String {
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" \
         xmlns:ext=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\">{properties}\
         </rdf:Description></rdf:RDF></x:xmpmeta>{}<?xpacket end=\"w\"?>",
        " ".repeat(200)
    )
}

/// IPTC's record of these data sets among Photoshop's resources.
pub fn iptc(sets: &[(u8, &[u8])]) -> Vec<u8> {
    let mut record = Vec::new();
    for (number, value) in sets {
        record.extend_from_slice(&[0x1c, 2, *number]);
        record.extend_from_slice(&u16::try_from(value.len()).unwrap().to_be_bytes());
        record.extend_from_slice(value);
    }
    let resource = |number: u16, data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        let padding = &[0][..data.len() % 2];
        [b"8BIM", &number.to_be_bytes()[..], &[0, 0], &length, data, padding].concat()
    };
    [resource(0x03ed, b"odd"), resource(0x0404, &record)].concat()
}

/// A colour profile with these tags.
pub fn profile(colours: &[u8; 4], tags: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut bytes = vec![0; 128];
    bytes[12..24].copy_from_slice(b"mntrRGB XYZ ");
    bytes[16..20].copy_from_slice(colours);
    bytes[36..40].copy_from_slice(b"acsp");
    bytes[48..56].copy_from_slice(b"APPLdell");
    bytes.extend_from_slice(&u32::try_from(tags.len()).unwrap().to_be_bytes());
    let mut at = bytes.len() + 12 * tags.len();
    for (name, data) in tags {
        bytes.extend_from_slice(*name);
        bytes.extend_from_slice(&u32::try_from(at).unwrap().to_be_bytes());
        bytes.extend_from_slice(&u32::try_from(data.len()).unwrap().to_be_bytes());
        at += data.len();
    }
    tags.iter().for_each(|(_, data)| bytes.extend_from_slice(data));
    let length = u32::try_from(bytes.len()).unwrap();
    bytes[..4].copy_from_slice(&length.to_be_bytes());
    bytes
}
