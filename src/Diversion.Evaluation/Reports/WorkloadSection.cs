using System.Globalization;
using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>How many people workers see, by who held supervision meetings; sessions of providers are no part of it. It may leave the programme.</summary>
internal static class WorkloadSection
{
    /// <summary>What few workers did would say who did it.</summary>
    private const int FewestWorkers = 5;

    private const string NotPublished = "not published";

    public static IEnumerable<ReportPart> Of(IReadOnlyList<PersonRow> people, (LocalDate First, LocalDate Last) quarter, (LocalDate First, LocalDate Last) before)
    {
        if (Workload.In(people, quarter) is not { } now)
        {
            yield return new ReportPart.NotYet($"Not published: fewer than {FewestWorkers} workers or {PublishedShare.FewestPeople} people had a supervision meeting that was held.");
            yield break;
        }

        var then = Workload.In(people, before);
        Bar[] bars =
        [
            Two("People who were seen (about)", load => load.People),
            Two("Workers who held a meeting (about)", load => load.Workers),
            Two("People whom half of the workers saw at most", load => load.Half),
        ];
        yield return new ReportPart.Picture("workload", "Supervision meetings that were held", BarDrawing.Draw("workload", "Supervision meetings that were held", "Measure", bars, compared: BoardPackReport.Quarters));

        Bar Two(string name, Func<Workload, double> of) => new(name, of(now), Number(of(now))) { Other = then is null ? (null, NotPublished) : (of(then), Number(of(then))) };
    }

    private static string Number(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <param name="Half">Of the workers saw so many people at most.</param>
    private sealed record Workload(int People, int Workers, double Half)
    {
        /// <returns>Null when there are too few to publish.</returns>
        public static Workload? In(IReadOnlyList<PersonRow> people, (LocalDate First, LocalDate Last) quarter)
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

            return byWorker.Count < FewestWorkers || seen < PublishedShare.FewestPeople
                ? null
                : new(PublishedCount.Rounded(seen).Value!.Value, PublishedCount.Rounded(byWorker.Count).Value!.Value, Middle.Of(byWorker.Values.Select(count => (double)count))!.Value);
        }
    }
}
