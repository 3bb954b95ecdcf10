//! What reading costs, held by ratios alone: a loaded machine slows both sides, and of several runs the fastest counts.

use std::hint::black_box;
use std::time::{Duration, Instant};

use musnad::lexicon::Lexicon;
use musnad::{Article, morph, read, token};

/// Short news over and over, until there are so many words.
fn news(words: usize) -> String {
    const STORY: &str = "قالت هند الراوي، رئيسة هيئة الميناء، أمس الأربعاء إن 2500 حاوية ستصل قبل نهاية مارس المقبل. وأضافت أن «الأرصفة جاهزة».\n\
        وذكرت وكالة المرفأ نقلا عن متحدث باسم الهيئة أن الشركة تعهدت بتسليم الرافعات خلال ثلاثة أشهر، بحسب بيان صدر الاثنين.\n\n";
    STORY.repeat(words / STORY.split_whitespace().count() + 1)
}

/// The shortest of several runs.
fn fastest(run: impl Fn()) -> Duration {
    const RUNS: usize = 7;
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .min()
        .expect("there are runs")
}

fn whole(text: &str) -> Duration {
    let article = Article { published: Some("2024-03-05"), ..Article::of(text) };
    fastest(|| drop(black_box(read(&article, Lexicon::standard()))))
}

#[test]
fn a_text_eight_times_as_long_takes_about_eight_times_as_long() {
    const LONGER: u32 = 8;
    // Caches and the allocator favour short texts; a quadratic step would take sixty-four times as long.
    const SLACK: u32 = 2;
    let (short, long) = (whole(&news(4_000)), whole(&news(4_000 * LONGER as usize)));
    assert!(long < short * LONGER * SLACK, "{short:?} for one, {long:?} for {LONGER}");
}

#[test]
fn all_layers_cost_a_few_bare_passes() {
    // Four on news and nine on the dense examples (docs/performance.md); this text is denser still.
    const MOST: u32 = 30;
    let text = news(8_000);
    let bare = fastest(|| {
        let tokens = token::tokenize(&text);
        black_box(morph::look_up(&tokens, Lexicon::standard()));
    });
    let all = whole(&text);
    assert!(all < bare * MOST, "{bare:?} for tokens and look-up, {all:?} for everything");
}
