using System.Globalization;
using Diversion.Domain;
using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>
/// The numbers of a quarter for the reducing-reoffending board. Everything in it may leave the programme: counts are
/// suppressed and rounded, shares and medians come only from enough people, and nobody who is in a trial counts in an outcome.
/// </summary>
public static class BoardPackReport
{
    /// <summary>What dark and white bars stand for.</summary>
    internal static readonly (string, string) Quarters = ("This quarter", "The quarter before");

    private static readonly string[] EndingNames = ["Completed", "Breached", "Discontinued or handed over"];

    /// <param name="panel">How often the scrutiny panel of the quarter gave each verdict; null when no sitting has closed.</param>
    public static AnalysisReport Of(
        IReadOnlyList<PersonRow> people, AnalysisSettings settings, (LocalDate First, LocalDate Last) quarter, (LocalDate First, LocalDate Last) before, IReadOnlyList<(string Verdict, int Cases)>? panel = null)
    {
        var referred = In(people, quarter, person => person.Course.ReferredOn);
        var ended = In(people, quarter, person => person.Course.EndedOn);
        return new(
            settings.Title,
            settings.DataAsOf,
            settings.CodeVersion,
            people.Count,
            HasTrial: false,
            [
                new("demand", "Demand and take-up", "Who was referred, and how far have they come?", [.. Demand(referred, In(people, before, person => person.Course.ReferredOn), settings)]),
                new("where", "Where people live", "Where do the people live whom the programme works with?", [.. Where(people, quarter, settings)]),
                new("outcomes", "Outcomes", "How did agreements end?", [.. Outcomes(ended, In(people, before, person => person.Course.EndedOn))]),
                new("reoffending", "Reoffending", "How many offended again?", [.. Reoffending(people, settings)]),
                new("timeliness", "Timeliness", "How long did people wait?", [.. Timeliness(people, quarter, before)]),
                new("victims", "Victims", "Were victims told in time?", [.. Victims(ended)]),
                new("needs", "Needs", "Which needs do the agreements of the quarter meet?", [.. Needs(people, quarter), .. NeedsAndReoffending(people, settings)]),
                new("providers", "Providers", "How long did people wait for a place, and what came of it?", [.. ProviderSection.Of(people, LocalDate.Min(quarter.Last, settings.DataAsOf.InUtc().Date), before)]),
                new("health-checks", "Health checks", "Who had a health check, and what came of it?", [.. HealthCheckSection.Of(people, quarter.Last)]),
                new("exit-plans", "After the end", "Did support go on after the last day?", [.. ExitPlanSection.Of(people, quarter.Last)]),
                new("workload", "Workload", "How many people does a worker see?", [.. WorkloadSection.Of(people, quarter, before)]),
                new("scrutiny", "Scrutiny panel", "Did the panel find cases dealt with appropriately?", [.. Panel(panel)]),
                new("cost", "Cost", "What did an agreement cost?", [.. CostSection.Of(ended, settings)]),
            ]);
    }

    private static PersonRow[] In(IEnumerable<PersonRow> people, (LocalDate First, LocalDate Last) quarter, Func<PersonRow, LocalDate?> day) =>
        [.. people.Where(person => day(person) is { } on && on >= quarter.First && on <= quarter.Last)];

    private static IEnumerable<ReportPart> Demand(PersonRow[] referred, PersonRow[] before, AnalysisSettings settings)
    {
        if (referred.Length == 0)
        {
            yield return new ReportPart.None("Nobody was referred in this quarter.");
            yield break;
        }

        yield return new ReportPart.Answer($"{Alone(referred.Length)} people were referred, {Alone(before.Length)} in the quarter before.");
        foreach (var table in CohortTable.Of(referred, GroupKind.Sex, GroupKind.AgeBand, GroupKind.Ethnicity, GroupKind.OffenceGroup))
        {
            yield return Cohort(table, settings);
        }
    }

    /// <summary>A bar for how many of each group were referred; the table says how far they came.</summary>
    private static ReportPart.Picture Cohort(CohortTable table, AnalysisSettings settings)
    {
        var kind = table.Kind;
        var rows = table.Rows.Select(row => (Name: row.Group == CohortTable.Total ? row.Group : settings.GroupName(kind, row.Group), row.Counts, row.All)).ToArray();
        return new ReportPart.Table($"demand-{kind.ToString().ToLowerInvariant()}", $"Referred in the quarter, by {AnalysisFacts.Name(kind).ToLowerInvariant()} and how far they came", new(
            ["Group", .. CohortTable.Columns.Select(column => column.Replace('_', ' ')), "all"],
            [.. rows.Select(row => (ImmutableArray<string>)[row.Name, .. row.Counts.Select(count => $"{count}"), $"{row.All}"])]))
            .Drawn([.. rows.SkipLast(1).Select(row => Counted(row.Name, row.All))]);
    }

    private static IEnumerable<ReportPart> Where(IReadOnlyList<PersonRow> people, (LocalDate First, LocalDate Last) quarter, AnalysisSettings settings)
    {
        // On an agreement on at least one day of the quarter.
        var running = people.Where(person => person.Course.SignedOn is { } signed && signed <= quarter.Last && (person.Course.EndedOn is not { } ended || ended >= quarter.First)).ToArray();
        if (running.Length == 0)
        {
            yield return new ReportPart.None("Nobody was on an agreement in this quarter.");
        }
        else
        {
            yield return PlaceMaps.Published(running, PlaceMaps.PublishedKind(settings), settings);
        }

        if (PlaceMaps.PublishedRates([.. people.Where(person => person.Trial is null)], PlaceMaps.PublishedKind(settings), settings) is { } rates)
        {
            yield return rates;
        }
    }

    private static IEnumerable<ReportPart> Outcomes(PersonRow[] ended, PersonRow[] before)
    {
        if (ended.Length == 0)
        {
            yield return new ReportPart.None("No agreement ended in this quarter.");
            yield break;
        }

        var published = TableSuppression.Publish([Endings(ended), Endings(before)]);
        yield return new ReportPart.Table("endings", "How agreements ended", new(
            ["Quarter", .. EndingNames, "All"],
            [
                ["This quarter", .. published.Cells[0].Select(count => $"{count}"), $"{published.RowTotals[0]}"],
                ["The quarter before", .. published.Cells[1].Select(count => $"{count}"), $"{published.RowTotals[1]}"],
            ])).Drawn([.. EndingNames.Select((name, index) => Counted(name, published.Cells[0][index], published.Cells[1][index]))], compared: Quarters);
    }

    private static Bar Counted(string name, PublishedCount count, PublishedCount? before = null) =>
        new(name, count.Value, $"{count}") { Other = before is { } then ? (then.Value, $"{then}") : null };

    private static int[] Endings(PersonRow[] ended) =>
    [
        ended.Count(person => person.Course.End == CourseEnd.Completed),
        ended.Count(person => person.Course.End == CourseEnd.Breached),
        ended.Count(person => person.Course.End is CourseEnd.Discontinued or null),
    ];

    private static IEnumerable<ReportPart> Reoffending(IReadOnlyList<PersonRow> people, AnalysisSettings settings)
    {
        var measured = ReoffendingMeasures.Of(people.Where(person => person.Trial is null), settings.Rule, FollowUpStart.Signing);
        if (measured.Rate.Of < PublishedShare.FewestPeople || PublishedCount.IsSmall((int)measured.Rate.Count))
        {
            yield return new ReportPart.NotYet($"Not yet known: fewer than {PublishedShare.FewestPeople} people were followed up for {settings.Months} months, or too few offended again to publish.");
            yield break;
        }

        yield return new ReportPart.Answer(PlainWords.Answer(measured, settings.Months));
        var caption = $"Offended again within {settings.Months} months, of everybody followed up";
        yield return new ReportPart.Picture("again", caption, BarDrawing.Draw("again", caption, "Outcome", [new("Offended again", measured.Rate.Estimate!.Value.Value, FigureWords.WithInterval(measured.Rate)) { Between = measured.Rate.Estimate.Value.Interval }], most: 1));
        yield return new ReportPart.Paragraph($"Of about {Alone((int)measured.Rate.Of)} people followed up. The true share is likely between {FigureWords.Between(measured.Rate)} (95% interval). {settings.Rule.Name}, of everybody who signed outside a trial. Nobody is left as a comparison here, so this number does not say what the programme caused.");
    }

    private static IEnumerable<ReportPart> Timeliness(IReadOnlyList<PersonRow> people, (LocalDate First, LocalDate Last) quarter, (LocalDate First, LocalDate Last) before)
    {
        yield return new ReportPart.Picture("waits", "Days that half of the people waited at most", BarDrawing.Draw(
            "waits", "Days that half of the people waited at most", "Step",
            [
                Wait("Referral to decision on eligibility", person => person.Course.ReferredOn, person => person.Course.EligibilityDecidedOn),
                Wait("Offer to signing", person => person.Course.OfferedOn, person => person.Course.SignedOn),
                Wait("Breach proposed to decided", person => person.Course.BreachProposedOn, person => person.Course.BreachDecidedOn),
            ],
            compared: Quarters));

        Bar Wait(string step, Func<PersonRow, LocalDate?> from, Func<PersonRow, LocalDate?> to)
        {
            var (now, then) = (Median(In(people, quarter, to), from, to), Median(In(people, before, to), from, to));
            return new(step, now, Days(now)) { Other = (then, Days(then)) };
        }
    }

    /// <returns>Null when there are too few.</returns>
    private static double? Median(PersonRow[] done, Func<PersonRow, LocalDate?> from, Func<PersonRow, LocalDate?> to)
    {
        double[] days = [.. done.Where(person => from(person) is not null).Select(person => (double)Period.DaysBetween(from(person)!.Value, to(person)!.Value))];
        return days.Length < PublishedShare.FewestPeople ? null : Middle.Of(days);
    }

    private static string Days(double? median) => median is { } days ? days.ToString("0.#", CultureInfo.InvariantCulture) : $"fewer than {PublishedShare.FewestPeople} people";

    private static IEnumerable<ReportPart> Victims(PersonRow[] ended)
    {
        PublishedShare[] shares = [.. VictimMeasures.Of(ended).Shares.Select(PublishedShare.Of)];
        if (shares.All(share => share.Value is null))
        {
            yield return new ReportPart.NotYet($"Not published: fewer than {PublishedShare.FewestPeople} victims of agreements that ended, or too few on one side.");
            yield break;
        }

        yield return new ReportPart.Table("victims", "Victims of agreements that ended in the quarter", new(
            ["Measure", "Share", "Yes", "No"],
            [.. shares.Select(share => (ImmutableArray<string>)[share.Name, share.Words, $"{share.Yes}", $"{share.No}"])])).Drawn([.. shares.Select(share => new Bar(share.Name, share.Value, share.Words))], most: 1);
    }

    private static IEnumerable<ReportPart> Needs(IReadOnlyList<PersonRow> people, (LocalDate First, LocalDate Last) quarter)
    {
        var signed = In(people, quarter, person => person.Course.SignedOn);
        var needs = signed.SelectMany(person => person.Course.Conditions.Select(condition => condition.Pathway).OfType<string>().Distinct(StringComparer.Ordinal))
            .CountBy(need => need, StringComparer.Ordinal).OrderByDescending(need => need.Value).ThenBy(need => need.Key, StringComparer.Ordinal).ToArray();
        if (needs.Length == 0)
        {
            yield return new ReportPart.None("No agreement of this quarter has a pathway.");
            yield break;
        }

        // One person may have several, so the rows have no total from which one could be worked out.
        yield return new ReportPart.Picture("needs-signed", "People who signed in the quarter with a pathway for the need", BarDrawing.Draw(
            "needs-signed", "People who signed in the quarter", "Need", [.. needs.Select(need => new Bar(need.Key, PublishedCount.Alone(need.Value).Value, Alone(need.Value)))]));
    }

    /// <summary>Of those who were followed up and are in no trial: only one arm has needs on record.</summary>
    private static IEnumerable<ReportPart> NeedsAndReoffending(IReadOnlyList<PersonRow> people, AnalysisSettings settings)
    {
        var (shown, tooFew) = PublishedNeed.Of(people.Where(person => person.Trial is null), settings.Rule);
        if (shown.IsEmpty)
        {
            yield return new ReportPart.NotYet($"How far a need goes with reoffending is not published: too few people with and without it were followed up for {settings.Months} months.");
            yield break;
        }

        yield return new ReportPart.Table("needs-reoffending", $"Offended again within {settings.Months} months, with and without a pathway for the need (everybody who signed outside a trial)", new(
            ["Need", "With it: offended again", "With it: did not", "Without it: offended again", "Without it: did not", "Offended again"],
            [.. shown.Select(need => (ImmutableArray<string>)[need.Pathway, $"{need.WithAgain}", $"{need.WithNot}", $"{need.WithoutAgain}", $"{need.WithoutNot}", need.Relation])]));
        yield return new ReportPart.Paragraph($"A need that goes with reoffending need not be its cause.{(tooFew.IsEmpty ? "" : $" Too few people to publish: {string.Join(", ", tooFew)}.")}");
    }

    private static IEnumerable<ReportPart> Panel(IReadOnlyList<(string Verdict, int Cases)>? panel)
    {
        if (panel is null)
        {
            yield return new ReportPart.NotYet("Not yet known: no sitting of the scrutiny panel about this quarter has closed.");
            yield break;
        }

        var published = TableSuppression.Publish([[.. panel.Select(one => one.Cases)]]);
        yield return new ReportPart.Table("verdicts", "Verdicts of the panel on cases drawn at random", new(
            ["Verdict", "Cases"],
            [
                .. panel.Select((one, index) => (ImmutableArray<string>)[Words.Sentence(one.Verdict), $"{published.Cells[0][index]}"]),
                ["All", $"{published.RowTotals[0]}"],
            ])).Drawn([.. panel.Select((one, index) => Counted(Words.Sentence(one.Verdict), published.Cells[0][index]))]);
    }

    private static string Alone(int count) => PublishedCount.Alone(count) is { Value: { } shown } ? shown.ToString("N0", CultureInfo.InvariantCulture) : "fewer than 5";
}
