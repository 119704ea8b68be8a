#![allow(clippy::unwrap_used)]

use super::*;
use crate::sample::profile;

const CURVE: &[u8] = b"curv\0\0\0\0\0\0\0\x01\x02\x33\0\0";

#[test]
fn what_makes_colours_stays_and_what_names_a_screen_goes() {
    let tags: [(&[u8; 4], &[u8]); 6] = [
        (b"desc", b"desc of colours."),
        (b"rTRC", CURVE),
        (b"gTRC", CURVE),
        (b"mmod", b"serial of screen"),
        (b"dmnd", b"name of the make"),
        (b"wtpt", b"XYZ \0\0\0\0white..."),
    ];
    let kept = publishable(&profile(b"RGB ", &tags)).unwrap();
    assert_eq!(kept.len(), long(&kept, 0).unwrap() as usize);
    let names: Vec<_> = (0..4).map(|number| tag(&kept, number).unwrap()).collect();
    assert_eq!(names, [tags[0], tags[1], tags[2], tags[5]]);
    let holds = |word: &[u8]| kept.windows(word.len()).any(|window| window == word);
    assert!(!holds(b"serial") && !holds(b"name of") && !holds(b"APPL") && !holds(b"dell"));
    assert_eq!(publishable(&kept).unwrap(), kept);
    assert_eq!(kept.windows(4).filter(|word| word == b"curv").count(), 1, "shared as before");
}

#[test]
fn real_profiles_stay_profiles() {
    for profile in [moxcms::ColorProfile::new_display_p3(), moxcms::ColorProfile::new_adobe_rgb()] {
        let kept = publishable(&profile.encode().unwrap()).unwrap();
        let read = moxcms::ColorProfile::new_from_slice(&kept).unwrap();
        assert_eq!(read.red_colorant, profile.red_colorant);
    }
}

#[test]
fn a_profile_that_is_broken_too_large_or_for_other_colours_is_dropped() {
    let whole = profile(b"RGB ", &[(b"rTRC", CURVE)]);
    for end in 0..whole.len() {
        assert_eq!(publishable(&whole[..end]), None, "{end}");
    }
    assert_eq!(publishable(&profile(b"CMYK", &[(b"rTRC", CURVE)])), None);
    assert_eq!(publishable(&profile(b"RGB ", &[(b"A2B0", &vec![7; LARGEST])])), None);
    let overlapping: Vec<_> = (0..40).map(|_| (b"A2B0", CURVE)).collect();
    assert!(publishable(&profile(b"RGB ", &overlapping)).is_some());
}
