using Diversion.Casework.Record;
using Diversion.Domain.Agreements;

namespace Diversion.Web.Wording;

/// <summary>What falls due automatically, as a sentence that names the task or the condition.</summary>
public static class DueTexts
{
    public static string Of(DueView moment, AgreementView agreement) => moment.Kind switch
    {
        DueKind.OwnerReminded or DueKind.Escalated when agreement.Obligations.FirstOrDefault(open => open.Id == moment.Subject) is { } promise =>
            moment.Kind == DueKind.OwnerReminded
                ? $"{Labels.Of(promise.Owner)} is reminded to do this: {About(Labels.Task(promise.Rule), moment.Track, agreement)}"
                : $"If this is still not done, the {Labels.Of(moment.Told ?? promise.Owner).ToLowerInvariant()} is told: {About(Labels.Task(promise.Rule), moment.Track, agreement)}",
        _ => About(moment.What, moment.Track, agreement),
    };

    /// <summary>Followed by the condition in brackets, unless it is about the agreement or names the condition itself.</summary>
    public static string About(string what, string track, AgreementView agreement) =>
        agreement.Conditions.FirstOrDefault(one => one.Id == track) is { } condition && !what.Contains(condition.Title.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)
            ? $"{what} ({condition.Title})"
            : what;
}
