using Diversion.Casework.Queries;
using Diversion.Domain;

namespace Diversion.Web.Wording;

/// <summary>Failures and warnings together, oldest first: how it came to a breach.</summary>
public static class BreachCourse
{
    public static IReadOnlyList<(string Day, string What, string Counts)> Of(BreachFile file) =>
    [
        .. file.Failures.Select(failure => (
                failure.At,
                What: $"Failure: {Words.Of(failure.Kind)}{(failure.ConditionId is { } id ? $" ({ConditionWords.Of(id)})" : "")}",
                Counts: !failure.Annulled))
            .Concat(file.Warnings.Select(warning => (warning.At, What: $"{Labels.Sentence(Words.Of(warning.Level))} warning", Counts: !warning.Withdrawn)))
            .OrderBy(line => line.At)
            .Select(line => (Words.Date(line.At), line.What, line.Counts ? "Yes" : "No: excused or withdrawn")),
    ];
}
