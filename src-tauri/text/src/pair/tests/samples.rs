//! Small news in three languages.

use crate::align::Leaf;
use crate::pair::pair;
use crate::{BlockHash, BlockKind};

use BlockKind::{Alt, Attribution, Cell, Heading, Headline, Image, Item, Lead, Paragraph, Quote};

type Block = (BlockKind, &'static str);

const UK: [Block; 9] = [
    (Headline, "Міст через Рось закриють на ремонт"),
    (Lead, "З 3 березня рух мостом у Корсуні перекриють на 40 днів."),
    (Paragraph, "Про це повідомила служба автомобільних доріг. Об'їзд прокладуть через Стеблів."),
    (Heading, "Деталі"),
    (Paragraph, "Роботи коштуватимуть 30 209 тисяч гривень, підрядником стала компанія «Граніт»."),
    (Quote, "Опори тримаються, але плити треба міняти негайно"),
    (Attribution, "– сказала інженерка Олена Бондар."),
    (Heading, "Нагадаємо"),
    (Paragraph, "Міст збудували 1961 року. Торік тут обмежили рух вантажівок понад 12 тонн."),
];

const EN: [Block; 9] = [
    (Headline, "Bridge over the Ros to close for repairs"),
    (Lead, "Traffic over the bridge in Korsun will be stopped for 40 days from 3 March."),
    (Paragraph, "The road service announced this. A detour will lead through Stebliv."),
    (Heading, "Details"),
    (Paragraph, "The works will cost 30,209 thousand hryvnias; the contractor is Granit."),
    (Quote, "The piers hold, but the slabs must be replaced at once"),
    (Attribution, "— said engineer Olena Bondar."),
    (Heading, "Recall"),
    (Paragraph, "The bridge was built in 1961. Last year lorries over 12 tonnes were banned."),
];

const RU: [Block; 9] = [
    (Headline, "Мост через Рось закроют на ремонт"),
    (Lead, "С 3 марта движение по мосту в Корсуне перекроют на 40 дней."),
    (Paragraph, "Об этом сообщила служба автомобильных дорог. Объезд проложат через Стеблев."),
    (Heading, "Детали"),
    (Paragraph, "Работы обойдутся в 30 209 тысяч гривен, подрядчиком стала компания «Гранит»."),
    (Quote, "Опоры держатся, но плиты нужно менять немедленно"),
    (Attribution, "– сказала инженер Елена Бондарь."),
    (Heading, "Напомним"),
    (
        Paragraph,
        "Мост построили в 1961 году. В прошлом году ограничили проезд грузовиков от 12 тонн.",
    ),
];

fn leaves(text: &[Block]) -> Vec<Leaf<'_>> {
    text.iter().map(|&(kind, text)| Leaf { kind, hash: BlockHash::of(kind, text), text }).collect()
}

fn paragraphs(texts: &[String]) -> Vec<Leaf<'_>> {
    let leaf = |text| Leaf { kind: Paragraph, hash: BlockHash::of(Paragraph, text), text };
    texts.iter().map(|text| leaf(text)).collect()
}

fn paired(
    original: &[Block],
    translation: &[Block],
    anchors: &[(usize, usize)],
) -> Vec<(usize, usize)> {
    pair(&leaves(original), &leaves(translation), anchors)
}

fn one_to_one(range: std::ops::Range<usize>) -> Vec<(usize, usize)> {
    range.map(|at| (at, at)).collect()
}

fn without(text: &[Block], at: usize) -> Vec<Block> {
    let mut text = text.to_vec();
    text.remove(at);
    text
}

#[test]
fn kinds_in_equal_order_pair_in_order() {
    for (original, translation) in [(UK, EN), (UK, RU), (EN, RU)] {
        assert_eq!(paired(&original, &translation, &[]), one_to_one(0..9));
    }
    // However unlike the texts are.
    let (one, two) = ([(Paragraph, "Так."), (Paragraph, "Ні.")], [UK[2], UK[8]]);
    assert_eq!(paired(&one, &two, &[]), one_to_one(0..2));
}

#[test]
fn a_block_left_out_leaves_all_others_paired() {
    for translation in [EN, RU] {
        for gone in 0..9 {
            let expected: Vec<_> = (0..9)
                .filter(|&at| at != gone)
                .map(|at| (at, at - usize::from(at > gone)))
                .collect();
            assert_eq!(paired(&UK, &without(&translation, gone), &[]), expected, "without {gone}");
            let swapped: Vec<_> = expected.iter().map(|&(i, j)| (j, i)).collect();
            assert_eq!(paired(&without(&translation, gone), &UK, &[]), swapped, "without {gone}");
        }
    }
}

#[test]
fn an_added_block_pairs_with_nothing() {
    let mut translation = EN.to_vec();
    translation.insert(5, (Paragraph, "Readers may also like our story on 25 other bridges."));
    let expected: Vec<_> = (0..9).map(|at| (at, at + usize::from(at >= 5))).collect();
    assert_eq!(paired(&UK, &translation, &[]), expected);
}

#[test]
fn two_paragraphs_merged_by_the_translator_pair_with_one() {
    let original = [
        UK[0],
        (Paragraph, "Про це повідомила служба автомобільних доріг у Черкасах."),
        (Paragraph, "Об'їзд для автобусів та вантажівок прокладуть через Стеблів."),
        UK[4],
    ];
    let merged = "Об этом сообщила служба автомобильных дорог в Черкассах. Объезд для автобусов и \
        грузовиков проложат через Стеблев.";
    let translation = [RU[0], (Paragraph, merged), RU[4]];
    assert_eq!(paired(&original, &translation, &[]), [(0, 0), (1, 1), (2, 1), (3, 2)]);
    assert_eq!(paired(&translation, &original, &[]), [(0, 0), (1, 1), (1, 2), (2, 3)]);
}

#[test]
fn anchors_keep_their_blocks_and_divide_the_rest() {
    // The third paragraph is known to stand for the fifth.
    assert_eq!(paired(&UK, &EN, &[(2, 4)]), {
        let mut expected = one_to_one(0..2);
        expected.extend([(5, 5), (6, 6), (7, 7), (8, 8)]);
        expected
    });
    assert!(paired(&UK, &EN, &one_to_one(0..9)).is_empty());
    assert_eq!(paired(&UK, &EN, &[(2, 2), (2, 4), (4, 4)]), {
        let mut expected = one_to_one(0..2);
        expected.extend([(3, 3), (5, 5), (6, 6), (7, 7), (8, 8)]);
        expected
    });
}

#[test]
fn crossing_anchors_leave_the_others_where_they_are() {
    let mut translation = EN.to_vec();
    let moved = translation.remove(2);
    translation.push(moved);
    let anchors = [(2, 8), (4, 3), (8, 7)];
    assert_eq!(
        paired(&UK, &translation, &anchors),
        [(0, 0), (1, 1), (3, 2), (5, 4), (6, 5), (7, 6)]
    );
}

#[test]
fn images_pair_by_their_address() {
    let original = [UK[2], (Image, "media:aa"), (Alt, "Міст"), UK[4], (Image, "media:bb"), UK[8]];
    let translation = [EN[2], EN[4], (Image, "media:bb"), EN[8]];
    assert_eq!(paired(&original, &translation, &[]), [(0, 0), (3, 1), (4, 2), (5, 3)]);
    let translation = [EN[2], (Image, "media:aa"), (Alt, "The bridge"), EN[4], EN[8]];
    assert_eq!(paired(&original, &translation, &[]), [(0, 0), (1, 1), (2, 2), (3, 3), (5, 4)]);
}

#[test]
fn numbers_pair_however_they_are_written() {
    let original = [
        (Paragraph, "Торік: 30 209 машин."),
        (Paragraph, "Торік: 15 600 машин."),
        (Paragraph, "Торік: 1,5 тонни."),
    ];
    let translation = [(Paragraph, "Last: 15,600 cars."), (Paragraph, "Last: 1.5 tonnes.")];
    assert_eq!(paired(&original, &translation, &[]), [(1, 0), (2, 1)]);
    let spaced = [(Paragraph, "Всего: 30\u{a0}209 авто."), (Paragraph, "Всего: 1,5 тонны.")];
    assert_eq!(paired(&original, &spaced, &[]), [(0, 0), (2, 1)]);
}

#[test]
fn kinds_that_have_nothing_in_common_never_pair() {
    let heading = (Heading, "Деталі");
    assert!(paired(&[heading, UK[2]], &[(Cell, "Details")], &[]).is_empty());
    assert_eq!(paired(&[heading, UK[2]], &[EN[2]], &[]), [(1, 0)]);
    assert_eq!(paired(&[UK[0], UK[1]], &[EN[1]], &[]), [(1, 0)]);
}

#[test]
fn a_paragraph_made_a_list_item_still_pairs() {
    let original = [UK[3], UK[2], UK[4], UK[8]];
    let translation = [EN[3], (Item, EN[2].1), EN[4], EN[8]];
    assert_eq!(paired(&original, &translation, &[]), one_to_one(0..4));
}

#[test]
fn nothing_pairs_with_nothing() {
    assert!(paired(&[], &EN, &[]).is_empty());
    assert!(paired(&UK, &[], &[]).is_empty());
    assert!(paired(&[], &[], &[]).is_empty());
}

#[test]
fn a_long_text_without_anchors_takes_no_cubic_time() {
    let text = |count: usize| -> Vec<String> {
        (0..count)
            .map(|n| format!("Абзац {n} про {} речей і {} людей", n * 31 % 977, n * 7))
            .collect()
    };
    let (ours, mut theirs) = (text(500), text(500));
    theirs.drain(200..240);
    let right = |&&(i, j): &&(usize, usize)| if i < 200 { i == j } else { i == j + 40 };
    let pairs = pair(&paragraphs(&ours), &paragraphs(&theirs), &[]);
    assert_eq!(pairs.iter().filter(right).count(), 460);
}
