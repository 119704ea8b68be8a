//! Comparing what the newsroom says with what the model says.

use shpalta_newsroom::finding::FindingCode;

use super::Run;

impl Run {
    pub(super) fn compare(&self) {
        self.compare_rows();
        self.compare_edition(false);
        self.compare_edition(true);
        self.compare_stops();
        let stale = self.desk.newsroom.stale_board_rows().unwrap();
        assert!(stale.is_empty(), "the board's cache is stale");
        assert!(self.desk.newsroom.board_counts_agree().unwrap(), "the board counts wrongly");
    }

    fn compare_edition(&self, translation: bool) {
        let (edition, language) = (self.edition(translation), self.language(translation));
        let (state, behind, coming) = match translation {
            true => {
                (self.model.translation_state(), self.model.behind(), self.model.draft_rows().1)
            }
            false => (self.model.original_state(), 0, 0),
        };
        assert_eq!(self.desk.pill(language), (state, behind, coming), "{language:?}");
        let status = self.desk.status(language);
        let number = |revision: usize| u32::try_from(revision).ok();
        assert_eq!(status.revision, number(edition.revisions.len()), "{language:?}");
        let approved = edition.approval().and_then(|approval| number(approval.revision));
        assert_eq!(status.approved_revision, approved, "{language:?}");
        let text = self.desk.newsroom.draft(self.desk.story, language).unwrap().text;
        assert_eq!(text, edition.draft.to_edition());

        let shown = self.desk.on_board(language);
        assert_eq!((shown.editorial, shown.behind), (state, behind));
        assert_eq!((shown.coming, shown.revision), (coming, status.revision));
    }

    fn compare_rows(&self) {
        assert!(self.desk.status(self.original).rows.is_empty());
        let shown = self.desk.status(self.translation).rows;
        let numbers: Vec<usize> = shown.iter().map(|row| row.row).collect();
        assert_eq!(numbers, (1..=shown.len()).collect::<Vec<_>>(), "rows count from 1");
        let blocks: Vec<usize> = shown.iter().filter_map(|row| row.block).collect();
        let all: Vec<usize> = (1..=self.model.translation.draft.0.len()).collect();
        assert_eq!(blocks, all, "every block of the draft is in one row, in order");

        let mut shown: Vec<_> =
            shown.into_iter().map(|row| (row.block, row.original, row.state, row.coming)).collect();
        let count_from_one = |places: &[usize]| places.iter().map(|at| at + 1).collect::<Vec<_>>();
        let (rows, _) = self.model.draft_rows();
        let mut expected: Vec<_> = rows
            .iter()
            .map(|row| {
                let block = row.block.map(|at| at + 1);
                (block, count_from_one(&row.originals), row.state, row.coming)
            })
            .collect();
        let place = |row: &(Option<usize>, Vec<usize>, _, bool)| (row.0, row.1.clone());
        shown.sort_by_key(place);
        expected.sort_by_key(|row| (row.0, row.1.clone()));
        assert_eq!(shown, expected, "(block, original, state, coming)");
    }

    /// What holds the translation back at export looks at its approved text alone.
    fn compare_stops(&self) {
        let expected = if self.model.translation.approval().is_none() {
            vec![FindingCode::NotApproved]
        } else if self.model.approved_is_behind() {
            vec![FindingCode::Behind]
        } else {
            vec![]
        };
        assert_eq!(self.desk.stops(self.translation), expected);
    }
}
