//! Parcels taken apart and put together again with every digest right.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shpalta_newsroom::parcel::{FORMAT, HEADER, MAGIC};

pub(crate) const HEADER_LENGTH: usize = HEADER as usize;

/// A parcel taken apart.
#[derive(Clone)]
pub(crate) struct Apart {
    pub(crate) story: Value,
    /// The other parts: their entries in the manifest, and their bytes.
    pub(crate) others: Vec<(Value, Vec<u8>)>,
}

impl Apart {
    pub(crate) fn of(parcel: &[u8]) -> Self {
        let rest = &parcel[HEADER_LENGTH..];
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        let manifest: Value = serde_json::from_slice(&rest[4..4 + length]).unwrap();
        let mut parts = &rest[4 + length..];
        let mut all = Vec::new();
        for part in manifest["parts"].as_array().unwrap() {
            let packed = usize::try_from(part["packed"].as_u64().unwrap()).unwrap();
            all.push((part.clone(), parts[..packed].to_vec()));
            parts = &parts[packed..];
        }
        let (_, story) = all.remove(0);
        let mut text = Vec::new();
        DeflateDecoder::new(story.as_slice()).read_to_end(&mut text).unwrap();
        Self { story: serde_json::from_slice(&text).unwrap(), others: all }
    }

    /// Puts it together with every digest right, as somebody in bad faith would.
    pub(crate) fn sealed(&self) -> Vec<u8> {
        let story = self.story.to_string().into_bytes();
        let packed = deflated(&story);
        let entry = json!({
            "name": "story",
            "sha256": hex(&Sha256::digest(&story)),
            "bytes": story.len(),
            "packed": packed.len(),
            "packing": "deflate",
        });
        let others = self.others.iter().map(|(entry, bytes)| (entry.clone(), bytes.clone()));
        together(&std::iter::once((entry, packed)).chain(others).collect::<Vec<_>>())
    }
}

pub(crate) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn together(parts: &[(Value, Vec<u8>)]) -> Vec<u8> {
    let entries: Vec<_> = parts.iter().map(|(entry, _)| entry.clone()).collect();
    let manifest = json!({ "parts": entries }).to_string().into_bytes();
    let mut rest = u32::try_from(manifest.len()).unwrap().to_be_bytes().to_vec();
    rest.extend(manifest);
    parts.iter().for_each(|(_, bytes)| rest.extend(bytes));
    with_header(FORMAT, &rest)
}

pub(crate) fn with_header(format: u32, rest: &[u8]) -> Vec<u8> {
    let length = rest.len() as u64;
    let mut hash = Sha256::new();
    hash.update(b"shpalta parcel\0");
    hash.update(format.to_be_bytes());
    hash.update(length.to_be_bytes());
    hash.update(rest);
    let mut parcel = MAGIC.to_vec();
    parcel.extend(format.to_be_bytes());
    parcel.extend(length.to_be_bytes());
    parcel.extend(hash.finalize());
    parcel.extend(rest);
    parcel
}
