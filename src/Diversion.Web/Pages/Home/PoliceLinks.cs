using Diversion.Casework.Queries;

namespace Diversion.Web.Pages.Home;

/// <summary>Where a thing to do is done.</summary>
internal static class PoliceLinks
{
    /// <summary>Before the signing the list of tasks shows how it stands; a promise to a victim is kept on a page of its own.</summary>
    public static string Of(WorkItem item) => item switch
    {
        { Kind: WorkKind.Check } or { Next: "make-offer" or "sign-agreement" } => $"/agreements/{item.Agreement}/enrol",
        { Next: { } command } => $"/agreements/{item.Agreement}/{string.Join('/', new[] { command, item.Condition, item.Item }.OfType<string>())}",
        { Kind: WorkKind.Eligibility } => $"/agreements/{item.Agreement}/approve-eligibility",
        _ => $"/agreements/{item.Agreement}",
    };

    /// <summary>What waits until somebody does it has no moment of its own.</summary>
    public static bool HasMoment(WorkItem item) => item is not { Kind: WorkKind.Eligibility } and not { Next: "make-offer" };
}
