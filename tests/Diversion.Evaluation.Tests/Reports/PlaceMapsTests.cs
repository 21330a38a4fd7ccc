using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Tests.Reports;

/// <summary>Where people live: exactly inside, and as it may leave the programme.</summary>
public sealed class PlaceMapsTests
{
    private static readonly AnalysisSettings Settings = new("Test", Instant.FromUtc(2026, 4, 9, 9, 0), "1.2.3");

    [Fact]
    public void The_analysis_counts_exactly_and_says_a_rate_with_its_people()
    {
        var section = AnalysisReport.Of([.. People("Deerness", 10, 4), .. People("Esh", 3, 0)], Settings).Sections.Single(one => one.Id == "places");
        var wards = section.Parts.OfType<ReportPart.Picture>().Single(one => one.Id == "where-ward").Drawing;
        Assert.Equal(["Deerness|10", "Esh|3"], wards.Table.Rows.Select(row => $"{row[0]}|{row[1]}"));
        var rates = section.Parts.OfType<ReportPart.Picture>().Single(one => one.Id == "rate-ward").Drawing;
        Assert.Equal(["Deerness|40% (4 of 10)", "Esh|0% (0 of 3)"], rates.Table.Rows.Select(row => $"{row[0]}|{row[1]}"));
        Assert.Contains("Highest: Deerness", rates.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_pack_says_only_bands_of_published_counts_and_never_wards_beside_districts()
    {
        PersonRow[] people = [.. People("Deerness", 40, 10), .. People("Esh", 60, 30), .. People("Tiny", 12, 3), .. People("Other", 50, 20)];
        var pictures = Pack(people, Settings);
        Assert.Equal(["where", "rate-district"], pictures.Select(one => one.Id));

        var mapped = Pack(people, Settings with { Maps = ImmutableDictionary<GroupKind, Boundaries>.Empty.Add(GroupKind.Ward, Square("Deerness", "Esh")) });
        Assert.Equal(["where", "rate-ward"], mapped.Select(one => one.Id));
        var rows = mapped[1].Drawing.Table.Rows.ToDictionary(row => row[0], row => row[1]);
        Assert.Equal(("40% or more", "suppressed, or too few people"), (rows["Esh"], rows["Tiny"]));
        Assert.All(rows.Values, words => Assert.DoesNotMatch(@"\bof \d", words));
        Assert.Contains("No boundary, so not on the map: ", mapped[0].Drawing.Alternative, StringComparison.Ordinal);
        Assert.Contains("<svg", mapped[0].Drawing.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Rates_of_people_in_a_trial_are_hidden_from_who_may_not_see_arms()
    {
        PersonRow[] outside = [.. People("Esh", 10, 5)];
        PersonRow[] inside = [.. People("Esh", 10, 10).Select((person, n) => person with { Pseudonym = $"t{n:00}", Trial = new(n % 2 == 0 ? "programme" : "control", new LocalDate(2024, 1, 10), "s") })];
        var section = AnalysisReport.Of([.. outside, .. inside], Settings).Sections.Single(one => one.Id == "places");
        Assert.Contains("50% (5 of 10)", Rate(section.Masked!.Value), StringComparison.Ordinal);
        Assert.Contains("75% (15 of 20)", Rate(section.Parts), StringComparison.Ordinal);

        static string Rate(IEnumerable<ReportPart> parts) => parts.OfType<ReportPart.Picture>().Single(one => one.Id == "rate-ward").Drawing.Table.Rows[0][1];
    }

    [Fact]
    public void Outlines_are_simplified_on_one_grid_and_no_area_is_lost()
    {
        var fine = Enumerable.Range(0, 30_000).Select(n => (Math.Cos(n * Math.Tau / 30_000), 50 + Math.Sin(n * Math.Tau / 30_000))).ToImmutableArray();
        var simple = new Boundaries(ImmutableDictionary<string, ImmutableArray<ImmutableArray<(double, double)>>>.Empty
            .Add("Round", [fine])
            .Add("Dot", [[(0.00001, 50), (0.00002, 50), (0.00002, 50.00001)]])).Simplified();
        Assert.InRange(simple.Areas["Round"][0].Length, 1_000, 6_000);
        Assert.Equal(3, simple.Areas["Dot"][0].Length);
    }

    private static ReportPart.Picture[] Pack(PersonRow[] people, AnalysisSettings settings) =>
        [.. BoardPackReport.Of(people, settings, (new(2024, 1, 1), new(2024, 3, 31)), (new(2023, 10, 1), new(2023, 12, 31))).Sections.Single(one => one.Id == "where").Parts.OfType<ReportPart.Picture>()];

    private static Boundaries Square(params string[] names) => new(names.ToImmutableDictionary(
        name => name, name => (ImmutableArray<ImmutableArray<(double, double)>>)[[(-1.6, 54.7), (-1.5, 54.7), (-1.5, 54.8)]], StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<PersonRow> People(string ward, int people, int again) => Enumerable.Range(0, people).Select(n => new PersonRow($"{ward}{n:00}")
    {
        Groups = new("male", "25 to 34", "W1", "theft", "medium", ward, ward is "Tiny" or "Esh" ? "South" : "North"),
        Course = new() { ReferredOn = new(2024, 1, 10), SignedOn = new(2024, 1, 10) },
        FollowUp = new(new LocalDate(2026, 1, 1)) { Reoffences = n < again ? [new(new(2024, 2, 10), new(2024, 4, 10), ReoffenceOutcome.Conviction)] : [] },
    });
}
