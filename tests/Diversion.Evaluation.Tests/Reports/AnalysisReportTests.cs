using System.Text.RegularExpressions;
using System.Xml.Linq;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;
using Diversion.Evaluation.Tests.Measures;

namespace Diversion.Evaluation.Tests.Reports;

public sealed partial class AnalysisReportTests
{
    private static readonly AnalysisSettings Settings = new("Test", Instant.FromUtc(2026, 6, 1, 9, 0), "1.2.3");

    [Fact]
    public void The_answer_is_in_plain_words_and_says_how_sure_it_is()
    {
        var report = Report(People.Trial(35, 100, 48, 100));
        var said = Texts(Section(report, "result").Parts).ToArray();

        Assert.Equal("Of 100 people whom the trial gave the programme, 35 offended again within 12 months; of 100 processed as usual, 48.", said[0]);
        Assert.Equal("That is 13 fewer in every 100 people, but a difference as large as this can be chance: the trial is compatible with anything from 26 fewer to 1 more in 100 (95% interval). It does not show that the programme works, and it does not show that it does not.", said[1]);
        Assert.Equal("In relative terms the risk of offending again is 27% lower in the programme (relative risk 0.73 (0.52 to 1.02)).", said[2]);
    }

    [Fact]
    public void A_difference_that_chance_seldom_makes_is_called_one()
    {
        var said = PlainWords.HowSure(TrialResult.Of(People.Trial(175, 500, 240, 500), People.Arms, ReoffendingRule.Proven12));
        Assert.Equal("That is 13 fewer in every 100 people. Chance alone seldom makes a difference this large: the trial is compatible with 7 fewer to 19 fewer in 100 (95% interval).", said);
        var harm = PlainWords.HowSure(TrialResult.Of(People.Trial(240, 500, 175, 500), People.Arms, ReoffendingRule.Proven12));
        Assert.Equal("That is 13 more in every 100 people. Chance alone seldom makes a difference this large: the trial is compatible with 7 more to 19 more in 100 (95% interval).", harm);
        Assert.StartsWith("That is no difference in 100 people,", PlainWords.HowSure(TrialResult.Of(People.Trial(50, 100, 50, 100), People.Arms, ReoffendingRule.Proven12)), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_yet_known_is_never_shown_like_none()
    {
        var waiting = Report(People.Trial(0, 10, 0, 10).Select(person => person with { FollowUp = new() }));
        Assert.DoesNotContain(Section(waiting, "result").Parts, part => part is ReportPart.Answer or ReportPart.Number);
        Assert.Contains(Section(waiting, "result").Parts, part => part is ReportPart.NotYet);
        Assert.Contains(Section(waiting, "outcomes").Parts, part => part is ReportPart.NotYet);

        var none = Report(People.Trial(0, 10, 0, 10));
        Assert.Contains(Texts(Section(none, "result").Parts), text => text.StartsWith("Of 100 people whom the trial gave the programme, 0 offended again", StringComparison.Ordinal));
        Assert.DoesNotContain(Section(none, "result").Parts, part => part is ReportPart.NotYet);
    }

    [Fact]
    public void Without_a_trial_the_number_is_said_to_have_no_comparison()
    {
        var people = People.Arm("programme", 3, 10).Select(person => person with { Trial = null, Course = new() { ReferredOn = People.Start, SignedOn = People.Start } });
        var result = Section(Report(people), "result");
        Assert.Contains(result.Parts, part => part is ReportPart.Answer { Text: "Of 100 people who signed an agreement, 30 offended again within 12 months." });
        Assert.Contains(result.Parts, part => part is ReportPart.Caution);
        Assert.Null(result.Masked);
    }

    [Fact]
    public void Of_two_trials_one_is_reported_and_nobody_of_the_other_counts_anywhere()
    {
        var one = Course(People.Trial(35, 100, 48, 100)).Select(person => person with { Trial = person.Trial! with { Trial = "one" } }).ToArray();
        var other = Course(People.Trial(90, 100, 10, 100)).Select(person => person with { Pseudonym = $"o{person.Pseudonym}", Trial = person.Trial! with { Trial = "other" } });
        var settings = Settings with { Trial = ("one", "The first trial") };

        var (alone, both) = (AnalysisReport.Of(one, settings), AnalysisReport.Of([.. one, .. other], settings));

        Assert.Equal(("The first trial", one.Length), (both.Trial, both.People));
        foreach (var (left, right) in alone.Sections.Zip(both.Sections))
        {
            Assert.Equal(Written(left.Parts), Written(right.Parts));
        }
    }

    [Fact]
    public void Of_nobody_every_section_says_so()
    {
        var report = Report([]);
        Assert.Equal(10, report.Sections.Length);
        Assert.All(report.Sections, section => Assert.NotEmpty(section.Parts));
        Assert.All(report.Sections, section => Assert.DoesNotContain(section.Parts, part => part is ReportPart.Answer or ReportPart.Number));
    }

    /// <summary>
    /// Two trials that differ only in which arm the reoffences fell into: a reader who may not see outcomes by arm reads the
    /// same, to the letter.
    /// </summary>
    [Fact]
    public void Masked_parts_do_not_depend_on_the_arm_in_which_people_offended_again()
    {
        var (one, other) = (Report(Course(People.Trial(35, 100, 48, 100))), Report(Course(People.Trial(48, 100, 35, 100))));
        Assert.True(one.HasTrial);
        foreach (var (left, right) in one.Sections.Zip(other.Sections))
        {
            Assert.Equal(Written(left.For(false)), Written(right.For(false)));
        }

        Assert.NotEqual(Written(Section(one, "result").For(true)), Written(Section(other, "result").For(true)));
    }

    private static IEnumerable<PersonRow> Course(IEnumerable<PersonRow> people) => people.Select(person => person with
    {
        Course = new() { ReferredOn = People.Start, SignedOn = person.Trial!.Arm == "programme" ? People.Start : null },
    });

    [Fact]
    public void Ids_are_used_once_and_pictures_are_whole_xml_with_a_table_and_an_alternative()
    {
        var report = Report(People.Trial(35, 100, 48, 100));
        var parts = report.Sections.SelectMany(section => section.Parts).ToArray();
        string[] ids =
        [
            .. parts.OfType<ReportPart.Table>().Select(table => table.Id),
            .. parts.OfType<ReportPart.Numbers>().Select(numbers => numbers.Id),
            .. parts.OfType<ReportPart.Picture>().Select(picture => $"{picture.Id}-table"),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(PlainId(), id));
        Assert.Equal(["flow", "survival", "forest"], parts.OfType<ReportPart.Picture>().Select(picture => picture.Id).Where(id => !id.StartsWith("baseline-", StringComparison.Ordinal)));
        Drawing[] drawings = [.. parts.OfType<ReportPart.Picture>().Select(picture => picture.Drawing), .. parts.OfType<ReportPart.Numbers>().Select(numbers => numbers.Drawing).OfType<Drawing>()];
        Assert.All(drawings, drawing =>
        {
            Assert.Equal("svg", XDocument.Parse(drawing.Svg).Root!.Name.LocalName);
            Assert.NotEmpty(drawing.Alternative);
            Assert.NotEmpty(drawing.Table.Rows);
        });
        Assert.Equal(drawings.Length, drawings.Select(drawing => XDocument.Parse(drawing.Svg).Descendants().First(element => element.Name.LocalName == "title").Attribute("id")!.Value).Distinct().Count());
    }

    [Fact]
    public void Every_number_says_how_it_was_made()
    {
        var parts = Report(People.Trial(35, 100, 48, 100)).Sections.SelectMany(section => section.Parts).ToArray();
        Figure[] figures = [.. parts.OfType<ReportPart.Number>().Select(one => one.Figure), .. parts.OfType<ReportPart.Numbers>().SelectMany(one => one.Figures)];
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.False(string.IsNullOrWhiteSpace(figure.Definition) || (figure.Estimate is not null && string.IsNullOrWhiteSpace(figure.Method)), figure.Name));
    }

    private static AnalysisReport Report(IEnumerable<PersonRow> people) => AnalysisReport.Of([.. people], Settings);

    private static ReportSection Section(AnalysisReport report, string id) => report.Sections.Single(section => section.Id == id);

    private static IEnumerable<string> Texts(IEnumerable<ReportPart> parts) => parts.Select(part => part switch
    {
        ReportPart.Answer answer => answer.Text,
        ReportPart.Paragraph paragraph => paragraph.Text,
        _ => null,
    }).OfType<string>();

    private static string Written(IEnumerable<ReportPart> parts) => string.Join('\n', parts.Select(part => part switch
    {
        ReportPart.Number number => $"{number.Name} {FigureWords.Value(number.Figure)} {FigureWords.Between(number.Figure)} {FigureWords.Counted(number.Figure)} {FigureWords.LeftOut(number.Figure.Excluded)}",
        ReportPart.Numbers numbers => string.Join('\n', numbers.Figures.Select(figure => $"{figure.Name} {FigureWords.Value(figure)} {FigureWords.Between(figure)} {FigureWords.Counted(figure)}")),
        ReportPart.Table table => string.Join('\n', table.Content.Rows.Select(row => string.Join('|', row))),
        ReportPart.Picture picture => picture.Drawing.Svg,
        _ => part.ToString(),
    }));

    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.None, 1000)]
    private static partial Regex PlainId();
}
