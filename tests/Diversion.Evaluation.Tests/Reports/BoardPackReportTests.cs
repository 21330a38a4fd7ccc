using System.Text.RegularExpressions;
using Diversion.Evaluation.Money;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Tests.Reports;

/// <summary>What a board gets leaves the programme.</summary>
public sealed partial class BoardPackReportTests
{
    private static readonly AnalysisSettings Settings = new("Test", Instant.FromUtc(2026, 4, 9, 9, 0), "1.2.3");
    private static readonly (LocalDate, LocalDate) Quarter = (new(2026, 1, 1), new(2026, 3, 31));
    private static readonly (LocalDate, LocalDate) Before = (new(2025, 10, 1), new(2025, 12, 31));

    [Fact]
    public void Of_nobody_every_part_says_so()
    {
        var report = BoardPackReport.Of([], Settings, Quarter, Before);
        Assert.Equal(["demand", "where", "outcomes", "reoffending", "timeliness", "victims", "needs", "providers", "health-checks", "exit-plans", "workload", "scrutiny", "cost"], report.Sections.Select(section => section.Id));
        Assert.All(report.Sections, section => Assert.NotEmpty(section.Parts));
        Assert.All(report.Sections, section => Assert.Null(section.Masked));
    }

    /// <summary>No number of 1 to 4 stands alone in any cell or sentence, whatever the programme's size.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(60)]
    [InlineData(400)]
    public void No_small_count_is_in_a_pack(int people)
    {
        var chance = new Random(people);
        var report = BoardPackReport.Of([.. Enumerable.Range(0, people).Select(n => Person(n, chance))], Settings, Quarter, Before);
        foreach (var part in report.Sections.SelectMany(section => section.Parts))
        {
            var cells = part switch
            {
                ReportPart.Table { Id: not ("waits" or "workload") } table => table.Content.Rows.SelectMany(row => row.Skip(1).Take(table.Id == "provider-waits" ? 5 : int.MaxValue)),
                ReportPart.Picture { Id: not ("waits" or "workload") } picture => picture.Drawing.Table.Rows.SelectMany(row => row.Skip(1)),
                ReportPart.Answer answer => Numbers().Matches(answer.Text.Replace("12 months", "", StringComparison.Ordinal)).Select(match => match.Value),
                _ => [],
            };
            Assert.All(cells, cell => Assert.DoesNotMatch("^[1-4]$", cell));
        }
    }

    [Fact]
    public void People_of_a_trial_count_in_no_outcome()
    {
        var signed = new LocalDate(2024, 1, 10);
        PersonRow[] outside = [.. Enumerable.Range(0, 40).Select(n => Followed($"o{n:00}", signed, n < 10))];
        PersonRow[] inside = [.. Enumerable.Range(0, 40).Select(n => Followed($"i{n:00}", signed, true) with { Trial = new("programme", signed, "s") })];

        Assert.Equal(Reoffending(outside), Reoffending([.. outside, .. inside]));
        Assert.Contains("25 offended again", Reoffending(outside), StringComparison.Ordinal);

        static string Reoffending(PersonRow[] people) =>
            BoardPackReport.Of(people, Settings, Quarter, Before).Sections.Single(section => section.Id == "reoffending").Parts.OfType<ReportPart.Answer>().Single().Text;
    }

    [Fact]
    public void The_workload_is_told_of_enough_workers_only()
    {
        PersonRow[] seen = [.. Enumerable.Range(0, 30).Select(n => Seen(n, $"w{n % 6}"))];

        var table = Assert.IsType<ReportPart.Picture>(Workload([.. seen, Seen(31, "w0") with { Course = new() { Meetings = [new(new(2026, 2, 2, 9, 0), "w9", MeetingOutcome.Missed, false)] } }]));
        Assert.Equal(["30", "5", "5"], table.Drawing.Table.Rows.Select(row => row[1]));
        Assert.All(table.Drawing.Table.Rows, row => Assert.Equal("not published", row[2]));
        Assert.IsType<ReportPart.NotYet>(Workload([.. seen.Where((_, n) => n % 6 < 4)]));
        Assert.IsType<ReportPart.NotYet>(Workload(seen[..19]));

        static ReportPart Workload(PersonRow[] people) => BoardPackReport.Of(people, Settings, Quarter, Before).Sections.Single(section => section.Id == "workload").Parts.Single();

        static PersonRow Seen(int number, string worker) => new($"p{number:00}") { Course = new() { Meetings = [new(new(2026, 2, 2, 9, 0), worker, MeetingOutcome.Attended, false), new(new(2026, 2, 9, 9, 0), worker, MeetingOutcome.Late, false)] } };
    }

    [Fact]
    public void Providers_are_told_how_long_people_waited_and_what_came_of_it()
    {
        PersonRow[] people =
        [
            .. Enumerable.Range(0, 20).Select(n => Referred(new(2026, 1, 5), 4 + (n % 5), inTime: n < 15)),
            .. Enumerable.Range(0, 8).Select(_ => Referred(new(2026, 3, 30), 4, inTime: true)),
            .. Enumerable.Range(0, 30).Select(n => Referred(new(2025, 2, 3), 10, inTime: true, n < 24 ? ConditionEnd.Kept : ConditionEnd.Failed)),
            .. Enumerable.Range(0, 6).Select(_ => Referred(new(2025, 2, 3), 10, inTime: true, ConditionEnd.Waived)),
            Referred(new(2024, 9, 30), 99, inTime: false, ConditionEnd.Failed),
        ];

        var parts = BoardPackReport.Of(people, Settings, Quarter, Before).Sections.Single(section => section.Id == "providers").Parts;

        var (waits, completion) = (parts.OfType<ReportPart.Table>().First(), parts.OfType<ReportPart.Table>().Last());

        // Those of 30 March were accepted in April: by the end of the quarter they were not.
        Assert.Equal("Service|Referrals|Accepted in time|Accepted later|Not by 31 March 2026|In time|Days that half waited at most", string.Join('|', waits.Content.Columns));
        Assert.Equal("Housing (Hearth)|30|15|5|10|about 75%|6", string.Join('|', waits.Content.Rows[0]));
        Assert.Equal(["Housing (Hearth)|35|25|5|5|about 83%", "All services|35|25|5|5|about 83%"], completion.Content.Rows.Select(row => string.Join('|', row)));
        var pictures = parts.OfType<ReportPart.Picture>().ToArray();
        Assert.Contains("Housing (Hearth): about 75%.", pictures[0].Drawing.Alternative, StringComparison.Ordinal);
        Assert.Contains("Housing (Hearth): about 83%.", pictures[1].Drawing.Alternative, StringComparison.Ordinal);

        static PersonRow Referred(LocalDate sent, int days, bool inTime, ConditionEnd? end = null) => new($"p{sent}{days}{inTime}{end}")
        {
            Course = new() { Referrals = [new("Hearth", "W-1", "housing", sent.Year < 2026 ? "Homes" : "Housing", "accommodation", sent, sent.PlusDays(days), inTime, end is null ? null : sent.PlusDays(60), end)] },
        };
    }

    [Fact]
    public void Waits_are_drawn_beside_those_of_the_quarter_before()
    {
        PersonRow[] people = [.. Enumerable.Range(0, 20).Select(n => Decided(new(2026, 2, 2), 3 + (n % 3))), .. Enumerable.Range(0, 19).Select(_ => Decided(new(2025, 11, 3), 9))];

        Assert.Equal(["4 v fewer than 20 people", "fewer than 20 people v fewer than 20 people", "fewer than 20 people v fewer than 20 people"], Waits(people));
        Assert.Equal("4 v 9", Waits([.. people, Decided(new(2025, 11, 3), 9)])[0]);

        static PersonRow Decided(LocalDate referred, int days) => new("p") { Course = new() { ReferredOn = referred, EligibilityDecidedOn = referred.PlusDays(days) } };

        static string[] Waits(PersonRow[] people) =>
            [.. BoardPackReport.Of(people, Settings, Quarter, Before).Sections.Single(section => section.Id == "timeliness").Parts.OfType<ReportPart.Picture>().Single().Drawing.Table.Rows.Select(row => $"{row[1]} v {row[2]}")];
    }

    [Fact]
    public void Victims_have_their_satisfaction_and_restorative_justice_in_the_pack()
    {
        VictimFacts[] victims =
        [
            .. Enumerable.Range(0, 20).Select(n => new VictimFacts(n < 15, [5, n < 8 ? 4 : 2, n < 3 ? 1 : 5], RestorativeOffered: true, RestorativeTakenUp: n < 12, n < 12 ? 5 : null)),
            .. Enumerable.Range(0, 10).Select(_ => new VictimFacts(null, [])),
        ];

        var picture = Assert.IsType<ReportPart.Picture>(Assert.Single(BoardPackReport.Of([new("p") { Course = new() { EndedOn = new(2026, 2, 2) }, Victims = [.. victims] }], Settings, Quarter, Before).Sections.Single(section => section.Id == "victims").Parts));

        Assert.Equal(
            [
                "Told in time|about 75%|15|5", "Satisfied with how they were kept informed|about 100%|20|0", "Satisfied with how they were treated|about 50%|10|10", "Satisfied with what came of the case|too few|suppressed|suppressed",
                "Restorative justice offered|about 67%|20|10", "Restorative justice taken up|about 50%|10|10", "Satisfied with restorative justice|too few|suppressed|suppressed",
            ],
            picture.Drawing.Table.Rows.Select(row => string.Join('|', row)));
        Assert.Contains("Restorative justice taken up: about 50%.", picture.Drawing.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cost_is_drawn_by_what_it_was_for_and_what_few_used_is_with_something_else()
    {
        var sheet = CostSheet.Make(
            [new("hour", "Key worker", "hour", 40, 2026, "invented"), new("session", "Provider", "session", 60, 2026, "invented"), new("day", "Tag", "day", 10, 2026, "invented")],
            new("invented", new Dictionary<int, decimal> { [2026] = 100 }.ToImmutableDictionary()), 2026).Sheet!;
        PersonRow[] people = [.. Enumerable.Range(0, 20).Select(n => Used([new("hour", 5), new("session", n < 10 ? 2 : 0), new("day", n < 2 ? 100 : 0)]))];

        var parts = BoardPackReport.Of(people, Settings with { Costs = sheet }, Quarter, Before).Sections.Single(section => section.Id == "cost").Parts;

        Assert.Equal("An agreement that ended cost £360 on average.", parts.OfType<ReportPart.Answer>().Single().Text);
        Assert.Equal(["Key worker £200", "Everything else £160", "All together £360"], parts.OfType<ReportPart.Picture>().Single().Drawing.Table.Rows.Select(row => $"{row[0]} {row[1]}"));

        static PersonRow Used(ImmutableArray<Quantity> used) => new("p") { Course = new() { SignedOn = new(2025, 10, 2), EndedOn = new(2026, 2, 2), End = CourseEnd.Completed }, Used = used };
    }

    [Fact]
    public void Health_checks_tell_where_they_referred_to_and_what_came_of_it_and_no_small_number()
    {
        PersonRow[] people =
        [
            .. Enumerable.Range(0, 30).Select(n => Checked(new(2025, 5, 6), true, new("doctor (GP)", n < 12 ? OnwardEnd.TakenUp : n < 20 ? OnwardEnd.NotTakenUp : null), new("smoking", n < 10 ? OnwardEnd.Finished : OnwardEnd.TakenUp))),
            .. Enumerable.Range(0, 10).Select(_ => Checked(new(2026, 3, 2), false)),
            Checked(new(2025, 4, 1), true, new OnwardFacts("dentist", OnwardEnd.NotAvailable)),
            .. Enumerable.Range(0, 9).Select(_ => Checked(new(2025, 3, 31), true, new OnwardFacts("dentist", OnwardEnd.TakenUp))),
            Checked(new(2026, 4, 1), true),
        ];

        var pictures = BoardPackReport.Of(people, Settings, Quarter, Before).Sections.Single(section => section.Id == "health-checks").Parts.OfType<ReportPart.Picture>().ToArray();

        Assert.Equal(["about 75%|30|10", "about 100%|30|0"], pictures[0].Drawing.Table.Rows.Select(row => string.Join('|', row.Skip(1))));
        Assert.Equal(["Dentist", "Doctor (GP)", "Smoking", "All"], pictures[1].Drawing.Table.Rows.Select(row => row[0]));
        Assert.StartsWith("Doctor (GP)|suppressed|10|0|suppressed|0|", string.Join('|', pictures[1].Drawing.Table.Rows[1]), StringComparison.Ordinal);
        Assert.DoesNotContain(pictures.SelectMany(picture => picture.Drawing.Table.Rows).SelectMany(row => row), cell => cell is "1" or "2" or "3" or "4");
        Assert.Equal("suppressed", pictures[1].Drawing.Table.Rows[0][1]);

        static PersonRow Checked(LocalDate offered, bool wanted, params OnwardFacts[] onward) =>
            new("p") { Course = new() { HealthCheck = new(offered, wanted, wanted && onward.Length > 0 ? offered.PlusDays(9) : null, [.. onward]) } };
    }

    [Fact]
    public void Exit_plans_tell_how_many_had_one_and_how_many_calls_reached_somebody_and_no_small_number()
    {
        PersonRow[] people =
        [
            .. Enumerable.Range(0, 30).Select(n => Planned(new(2025, 5, 6), new(2, n < 20 ? 1 : 0, true, [new(4, n < 20), new(12, n < 10 ? null : n < 20)]))),
            .. Enumerable.Range(0, 10).Select(_ => Planned(new(2026, 3, 2), new(0, 0, false, []))),
            .. Enumerable.Range(0, 9).Select(_ => Planned(new(2025, 3, 31), new(1, 1, true, [new(4, true)]))),
            Planned(new(2026, 4, 1), new(1, 1, true, [])),
            new PersonRow("breached") { Course = new() { EndedOn = new(2026, 3, 2), End = CourseEnd.Breached } },
        ];

        var table = BoardPackReport.Of(people, Settings, Quarter, Before).Sections.Single(section => section.Id == "exit-plans").Parts.OfType<ReportPart.Picture>().Single().Drawing.Table;

        Assert.Equal(
            ["Exit plan, of those who completed|about 75%|30|10", "Warm handover, of those with a plan|about 67%|20|10", "Reached 4 weeks after the end|about 67%|20|10", "Reached 12 weeks after the end|about 50%|10|10"],
            table.Rows.Select(row => string.Join('|', row)));
        Assert.Contains(
            BoardPackReport.Of([], Settings, Quarter, Before).Sections.Single(section => section.Id == "exit-plans").Parts, part => part is ReportPart.None { Text: "No agreement was completed in the year." });

        static PersonRow Planned(LocalDate ended, ExitPlanFacts plan) => new("p") { Course = new() { EndedOn = ended, End = CourseEnd.Completed, ExitPlan = plan } };
    }

    private static PersonRow Followed(string name, LocalDate signed, bool again) => new(name)
    {
        Course = new() { ReferredOn = signed, SignedOn = signed },
        FollowUp = new(new LocalDate(2026, 1, 1)) { Reoffences = again ? [new(signed.PlusDays(30), signed.PlusDays(90), ReoffenceOutcome.Conviction)] : [] },
    };

    private static PersonRow Person(int number, Random chance)
    {
        var referred = new LocalDate(2025, 10, 1).PlusDays(chance.Next(182));
        var signed = chance.Next(4) > 0 ? referred.PlusDays(chance.Next(10)) : (LocalDate?)null;
        var ended = signed is { } on && chance.Next(2) == 0 ? on.PlusDays(60) : (LocalDate?)null;
        return new($"p{number:0000}")
        {
            Groups = new(chance.Next(5) == 0 ? "female" : "male", "25 to 34", $"W{chance.Next(9)}", $"g{chance.Next(12)}", "medium", null, $"District {chance.Next(8)}"),
            Course = new()
            {
                ReferredOn = referred, EligibilityDecidedOn = referred, OfferedOn = signed, SignedOn = signed, EndedOn = ended, End = ended is null ? null : (CourseEnd)chance.Next(3),
                Referrals = signed is not { } sent ? [] : [new($"Provider {chance.Next(4)}", "W-1", null, null, "common", sent, sent.PlusDays(chance.Next(30)), chance.Next(4) > 0, ended, ended is null ? null : ConditionEnd.Kept)],
                Conditions = signed is null ? [] : [new("pathway", null, chance.Next(10) == 0 ? "rare" : "common")],
            },
        };
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Numbers();
}
