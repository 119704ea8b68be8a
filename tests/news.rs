//! The news that scenarios are told with: one fire, in the three languages. A sentence and its
//! translation share a name; what is split somewhere is two sentences.

use shpalta_language::Language;
use shpalta_newsroom::edition::EditionText;

/// Paragraphs in Ukrainian.
pub mod uk {
    pub const A: &str =
        "Уночі рятувальники загасили пожежу на складі паперу біля річкової пристані.";
    pub const A_NEAR: &str =
        "Уночі рятувальники загасили пожежу на складі паперу поблизу річкової пристані.";
    pub const A_DAWN: &str =
        "Над ранок рятувальники загасили пожежу на складі паперу поблизу річкової пристані.";
    pub const B: &str = "Вогонь охопив дах будівлі і перекинувся на сусідній навіс. \
                         Людей устигли вивести до приїзду машин.";
    pub const B1: &str = "Вогонь охопив дах будівлі і перекинувся на сусідній навіс.";
    pub const B2: &str = "Людей устигли вивести до приїзду машин.";
    pub const B_FENCE: &str = "Вогонь охопив дах будівлі і перекинувся на дерев'яну огорожу. \
                               Людей устигли вивести до приїзду машин.";
    pub const C: &str = "Причину займання встановлюють слідчі, рух набережною вже відновлено.";
    pub const C_BRIDGE: &str =
        "Причину займання встановлюють слідчі, рух набережною та мостом уже відновлено.";
    pub const D: &str = "Власникам складу пообіцяли тимчасове приміщення в сусідньому кварталі.";
    pub const TWIN: &str = "Читайте також про стан пожежних гідрантів у старій частині міста.";
}

/// Paragraphs in English.
pub mod en {
    pub const A: &str = "Rescuers put out an overnight fire at a paper store. \
                         The building stands beside the river pier.";
    pub const A_DAWN: &str = "Towards dawn rescuers put out a fire at a paper store. \
                              The building stands beside the river pier.";
    pub const A1: &str = "Rescuers put out an overnight fire at a paper store.";
    pub const A2: &str = "The building stands beside the river pier.";
    pub const AB: &str = "Rescuers put out an overnight fire at a paper store. \
                          The building stands beside the river pier. \
                          The flames took the roof and spread to a nearby shed. \
                          People were led out before the engines came.";
    pub const B: &str = "The flames took the roof and spread to a nearby shed. \
                         People were led out before the engines came.";
    pub const B_COMMA: &str = "The flames took the roof, and spread to a nearby shed. \
                               People were led out before the engines came.";
    pub const B_FENCE: &str = "The flames took the roof and spread to a wooden fence. \
                               People were led out before the engines came.";
    pub const B_WORDED: &str = "The flames took the roof and jumped to a nearby shed. \
                                People were led out before the engines came.";
    pub const C: &str =
        "Investigators are looking for the cause, and the embankment is open again.";
    pub const D: &str = "The owners of the store were promised rooms in the next block.";
    pub const TWIN: &str = "Read also about the state of hydrants in the old part of town.";
}

/// Paragraphs in Russian.
pub mod ru {
    pub const A: &str = "Ночью спасатели потушили пожар на складе бумаги возле речной пристани.";
    pub const B: &str = "Огонь охватил крышу здания и перекинулся на соседний навес. \
                         Людей успели вывести до приезда машин.";
    pub const C: &str = "Причину возгорания устанавливают следователи, движение уже возобновлено.";
}

/// An edition of the story: always under the same headline and lead.
pub fn edition(language: Language, paragraphs: &[&str]) -> EditionText {
    let (headline, lead) = match language {
        Language::Uk => (
            "На пристані згорів склад паперу",
            "Пожежу побачили з іншого берега, місто прокинулося від сирен.",
        ),
        Language::En => (
            "Paper store burns down at the pier",
            "The fire was seen across the river, and sirens woke the town.",
        ),
        Language::Ru => (
            "На пристани сгорел склад бумаги",
            "Пожар увидели с другого берега, город проснулся от сирен.",
        ),
    };
    EditionText {
        headline: headline.to_owned(),
        lead: lead.to_owned(),
        body: paragraphs.join("\n\n"),
        ..EditionText::default()
    }
}
