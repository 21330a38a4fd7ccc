using Diversion.Casework.MyWork;

namespace Diversion.Web.Pages.Home;

/// <summary>The page for each task.</summary>
internal static class PoliceLinks
{
    /// <summary>Before signing the list of tasks shows the status; an obligation to a victim has a page of its own.</summary>
    public static string Of(WorkItem item) => item switch
    {
        { Kind: WorkKind.Check } or { Next: "make-offer" or "sign-agreement" } => $"/agreements/{item.Agreement}/enrol",
        { Next: { } command } => $"/agreements/{item.Agreement}/{string.Join('/', new[] { command, item.Condition, item.Item }.OfType<string>())}",
        { Kind: WorkKind.Eligibility } => $"/agreements/{item.Agreement}/approve-eligibility",
        _ => $"/agreements/{item.Agreement}",
    };

    /// <summary>A task without a due moment waits until somebody does it.</summary>
    public static bool HasMoment(WorkItem item) => item is not { Kind: WorkKind.Eligibility } and not { Next: "make-offer" };
}
