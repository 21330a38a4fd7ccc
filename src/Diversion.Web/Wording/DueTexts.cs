using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;

namespace Diversion.Web.Wording;

/// <summary>What falls due by itself, as a sentence that names the task or the condition that it is about.</summary>
public static class DueTexts
{
    public static string Of(DueView moment, AgreementView agreement)
    {
        var about = About(moment.Track, agreement);
        return moment.Kind switch
        {
            DueKind.OwnerReminded or DueKind.Escalated when agreement.Obligations.FirstOrDefault(open => open.Id == moment.Subject) is { } promise =>
                moment.Kind == DueKind.OwnerReminded
                    ? $"{Labels.Of(promise.Owner)} is reminded to do this: {Labels.Task(promise.Rule)}{about}"
                    : $"If this is still not done, the {Labels.Of(moment.Told ?? promise.Owner).ToLowerInvariant()} is told: {Labels.Task(promise.Rule)}{about}",
            _ => moment.What + about,
        };
    }

    /// <summary>The condition that something stands under, in brackets behind it; nothing when it is about the agreement.</summary>
    public static string About(string track, AgreementView agreement) =>
        agreement.Conditions.FirstOrDefault(one => one.Id == track) is { } condition ? $" ({condition.Title})" : "";
}
