using System.Globalization;
using Diversion.Domain;
using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Money;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>
/// The numbers of a quarter for the reducing-reoffending board. Everything in it may leave the programme: counts are
/// suppressed and rounded, shares and medians come only from enough people, and nobody who is in a trial counts in an outcome.
/// </summary>
public static class BoardPackReport
{
    /// <summary>A share of fewer people would tell their number, and would say nothing.</summary>
    internal const int FewestForAShare = 20;

    /// <summary>What few workers did would say who did it.</summary>
    private const int FewestWorkers = 5;

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
                new("workload", "Workload", "How many people does a worker see?", [.. Workload(people, quarter, before)]),
                new("scrutiny", "Scrutiny panel", "Did the panel find cases dealt with appropriately?", [.. Panel(panel)]),
                new("cost", "Cost", "What did an agreement cost?", [.. Cost(ended, settings)]),
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
        foreach (var kind in (GroupKind[])[GroupKind.Sex, GroupKind.AgeBand, GroupKind.Ethnicity, GroupKind.OffenceGroup])
        {
            yield return Cohort(referred, kind, settings);
        }
    }

    private static ReportPart.Table Cohort(PersonRow[] people, GroupKind kind, AnalysisSettings settings)
    {
        var table = CohortTable.Of(people, kind)!;
        return new($"demand-{kind.ToString().ToLowerInvariant()}", $"Referred in the quarter, by {AnalysisFacts.Name(kind).ToLowerInvariant()} and how far they came", new(
            ["Group", .. CohortTable.Columns.Select(column => column.Replace('_', ' ')), "all"],
            [.. table.Rows.Select(row => (ImmutableArray<string>)[row.Group == CohortTable.Total ? row.Group : settings.GroupName(kind, row.Group), .. row.Counts.Select(count => $"{count}"), $"{row.All}"])]));
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

        var now = Endings(ended);
        var then = Endings(before);
        var published = TableSuppression.Publish([now, then]);
        yield return new ReportPart.Picture("endings-picture", "How agreements of this quarter ended", BarDrawing.Draw(
            "endings-picture", "How agreements of this quarter ended", "Ending", [.. EndingNames.Select((name, index) => Counted(name, published.Cells[0][index]))]));
        yield return new ReportPart.Table("endings", "Agreements that ended", new(
            ["Quarter", .. EndingNames, "All"],
            [
                ["This quarter", .. published.Cells[0].Select(count => $"{count}"), $"{published.RowTotals[0]}"],
                ["The quarter before", .. published.Cells[1].Select(count => $"{count}"), $"{published.RowTotals[1]}"],
            ]));
    }

    private static Bar Counted(string name, PublishedCount count) => new(name, count.Value, $"{count}");

    private static int[] Endings(PersonRow[] ended) =>
    [
        ended.Count(person => person.Course.End == CourseEnd.Completed),
        ended.Count(person => person.Course.End == CourseEnd.Breached),
        ended.Count(person => person.Course.End is CourseEnd.Discontinued or null),
    ];

    private static IEnumerable<ReportPart> Reoffending(IReadOnlyList<PersonRow> people, AnalysisSettings settings)
    {
        var measured = ReoffendingMeasures.Of(people.Where(person => person.Trial is null), settings.Rule, FollowUpStart.Signing);
        if (measured.Rate.Of < FewestForAShare || PublishedCount.IsSmall((int)measured.Rate.Count))
        {
            yield return new ReportPart.NotYet($"Not yet known: fewer than {FewestForAShare} people were followed up for {settings.Months} months, or too few offended again to publish.");
            yield break;
        }

        yield return new ReportPart.Answer(PlainWords.Answer(measured, settings.Months));
        yield return new ReportPart.Paragraph($"Of about {Alone((int)measured.Rate.Of)} people followed up. The true share is likely between {FigureWords.Between(measured.Rate)} (95% interval). {settings.Rule.Name}, of everybody who signed outside a trial. Nobody is left as a comparison here, so this number does not say what the programme caused.");
    }

    private static IEnumerable<ReportPart> Timeliness(IReadOnlyList<PersonRow> people, (LocalDate First, LocalDate Last) quarter, (LocalDate First, LocalDate Last) before)
    {
        yield return new ReportPart.Table("waits", "Days that half of the people waited at most", new(
            ["Step", "This quarter", "The quarter before"],
            [
                Wait("Referral to decision on eligibility", person => person.Course.ReferredOn, person => person.Course.EligibilityDecidedOn),
                Wait("Offer to signing", person => person.Course.OfferedOn, person => person.Course.SignedOn),
                Wait("Breach proposed to decided", person => person.Course.BreachProposedOn, person => person.Course.BreachDecidedOn),
            ]));

        ImmutableArray<string> Wait(string step, Func<PersonRow, LocalDate?> from, Func<PersonRow, LocalDate?> to) =>
            [step, Median(In(people, quarter, to), from, to), Median(In(people, before, to), from, to)];
    }

    private static string Median(PersonRow[] done, Func<PersonRow, LocalDate?> from, Func<PersonRow, LocalDate?> to)
    {
        double[] days = [.. done.Where(person => from(person) is not null).Select(person => (double)Period.DaysBetween(from(person)!.Value, to(person)!.Value))];
        return days.Length < FewestForAShare ? $"fewer than {FewestForAShare}" : Middle.Of(days)!.Value.ToString("0.#", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<ReportPart> Victims(PersonRow[] ended)
    {
        var told = VictimMeasures.Of(ended).ToldInTime;
        yield return told.Of < FewestForAShare || PublishedCount.IsSmall((int)told.Count) || PublishedCount.IsSmall((int)(told.Of - told.Count))
            ? new ReportPart.NotYet($"Not published: fewer than {FewestForAShare} victims of agreements that ended, or too few on one side.")
            : new ReportPart.Answer($"{FigureWords.Value(told)} of victims were told everything in time.");
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

    /// <summary>By who held supervision meetings; sessions of providers are no part of it.</summary>
    private static IEnumerable<ReportPart> Workload(IReadOnlyList<PersonRow> people, (LocalDate First, LocalDate Last) quarter, (LocalDate First, LocalDate Last) before)
    {
        var (now, then) = (PeopleAWorker(people, quarter), PeopleAWorker(people, before));
        if (now.Workers is null)
        {
            yield return new ReportPart.NotYet($"Not published: fewer than {FewestWorkers} workers or {FewestForAShare} people had a supervision meeting that was held.");
            yield break;
        }

        yield return new ReportPart.Table("workload", "Supervision meetings that were held", new(
            ["Measure", "This quarter", "The quarter before"],
            [
                ["People who were seen (about)", now.People!, then.People ?? "not published"],
                ["Workers who held a meeting (about)", now.Workers, then.Workers ?? "not published"],
                ["People whom half of the workers saw at most", now.Half!, then.Half ?? "not published"],
            ]));
    }

    private static (string? People, string? Workers, string? Half) PeopleAWorker(IReadOnlyList<PersonRow> people, (LocalDate First, LocalDate Last) quarter)
    {
        var (seen, byWorker) = (0, new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var person in people)
        {
            string[] workers =
            [
                .. person.Course.Meetings
                    .Where(meeting => meeting is { IsSession: false, Outcome: MeetingOutcome.Attended or MeetingOutcome.Late } && meeting.At.Date >= quarter.First && meeting.At.Date <= quarter.Last)
                    .Select(meeting => meeting.Worker).Distinct(StringComparer.Ordinal),
            ];
            seen += workers.Length > 0 ? 1 : 0;
            foreach (var worker in workers)
            {
                byWorker[worker] = byWorker.GetValueOrDefault(worker) + 1;
            }
        }

        return byWorker.Count < FewestWorkers || seen < FewestForAShare
            ? default
            : (Alone(seen), Alone(byWorker.Count), Middle.Of(byWorker.Values.Select(count => (double)count))!.Value.ToString("0.#", CultureInfo.InvariantCulture));
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
            ]));
    }

    private static IEnumerable<ReportPart> Cost(PersonRow[] ended, AnalysisSettings settings)
    {
        if (settings.Costs is not { } sheet || ended.Length < FewestForAShare)
        {
            yield return new ReportPart.NotYet($"Not published: there are no unit costs, or fewer than {FewestForAShare} agreements ended.");
            yield break;
        }

        var cost = CostMeasure.Of(ended, sheet);
        if (!cost.Examples.IsEmpty)
        {
            yield return new ReportPart.Caution("These sums use example costs that ship with Diversion, so they are examples too.");
        }

        yield return new ReportPart.Table("cost", $"Agreements that ended, in prices of {sheet.PriceYear}", new(
            ["Measure", "Pounds"], [["Mean cost of an agreement", FigureWords.Pounds(Math.Round(cost.PerAgreement ?? 0))]]));
    }

    private static string Alone(int count) => PublishedCount.Alone(count) is { Value: { } shown } ? shown.ToString("N0", CultureInfo.InvariantCulture) : "fewer than 5";
}
