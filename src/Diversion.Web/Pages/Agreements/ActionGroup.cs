using Diversion.Web.Portal;

namespace Diversion.Web.Pages.Agreements;

/// <summary>What a reader may do with a case, of one kind.</summary>
/// <param name="Title">The task, such as "Change the agreement".</param>
/// <param name="Id">The address of the group on its page, after the number sign.</param>
/// <param name="Part">The page that has it.</param>
public sealed record ActionGroup(string Title, string Id, AgreementPart Part, IReadOnlyList<ActionLink> Links);
