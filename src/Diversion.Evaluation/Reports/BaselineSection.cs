using System.Globalization;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Reports;

/// <summary>Who they were at the start. There are no p-values: after a random allocation every difference is chance.</summary>
internal static class BaselineSection
{
    public static ReportSection Of(AnalysisFacts facts) =>
        new("baseline", "Who took part", "Were the two arms alike at the start?", [.. facts.HasTrial ? Trial(facts) : Programme(facts)]);

    private static IEnumerable<ReportPart> Trial(AnalysisFacts facts)
    {
        yield return new ReportPart.Paragraph("Chance decided who got the programme, so differences between the arms at the start are chance too. A test of them would answer no question (CONSORT 2025), and there is none here.");
        var table = BaselineRow.Table(facts.InTrial, facts.Settings.Arms, AnalysisFacts.Kinds);
        foreach (var kind in AnalysisFacts.Kinds)
        {
            var rows = table.Where(row => row.Kind == kind);
            yield return new ReportPart.Table($"baseline-{kind.ToString().ToLowerInvariant()}", AnalysisFacts.Name(kind), new(
                ["Group", facts.Settings.ProgrammeName, facts.Settings.ControlName],
                [.. rows.Select(row => (ImmutableArray<string>)[facts.Name(kind, row.Group), Share(row.Programme, row.OfProgramme), Share(row.Control, row.OfControl)])]));
        }
    }

    private static IEnumerable<ReportPart> Programme(AnalysisFacts facts)
    {
        var signed = facts.OutsideTrial;
        if (signed.Length == 0)
        {
            yield return new ReportPart.None("Nobody has signed an agreement yet.");
            yield break;
        }

        foreach (var kind in AnalysisFacts.Kinds)
        {
            yield return new ReportPart.Table($"baseline-{kind.ToString().ToLowerInvariant()}", AnalysisFacts.Name(kind), new(
                ["Group", "Signed an agreement"],
                [
                    .. signed.CountBy(person => person.Groups.Of(kind) ?? "", StringComparer.Ordinal).OrderBy(group => group.Key.Length == 0).ThenBy(group => group.Key, StringComparer.Ordinal)
                        .Select(group => (ImmutableArray<string>)[facts.Name(kind, group.Key.Length == 0 ? null : group.Key), Share(group.Value, signed.Length)]),
                ]));
        }
    }

    private static string Share(int people, int of) =>
        of == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{people:N0} ({100.0 * people / of:0.0}%)");
}
