using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Decisions;

/// <summary>Puts the last day of the term off, as far as the scheme and the charge-by date leave.</summary>
public sealed class ExtendModel(ChoicesQuery choices) : ActionPage
{
    [BindProperty]
    public TypedDate LastDay { get; set; } = new();

    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override string Command => "extend-term";

    public override string Button => "Extend the term";

    /// <summary>Null when the agreement runs no longer.</summary>
    public ExtensionChoices? Limits { get; private set; }

    public Task<IActionResult> OnPostAsync()
    {
        var day = Read.Date(nameof(LastDay), LastDay, "the new last day");
        var reason = Read.Text(nameof(Reason), Reason, "the reason", ConditionsPage.LongestReason);
        return Run(() => new TermCommand.ExtendTerm(day, Agreed == ConditionsPage.Ticked) { Reason = reason }, "The term was extended.", FieldOf);
    }

    /// <summary>Most refusals are about the day: too early, too late, too near the charge-by date.</summary>
    internal static string? FieldOf(string code) => code switch
    {
        RefusalCode.ParticipantMustAgree => nameof(Agreed),
        RefusalCode.DateInPast or RefusalCode.ExtensionTooLong or RefusalCode.ChargeByTooClose or RefusalCode.ValueOutOfRange => nameof(LastDay),
        _ => null,
    };

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other)
        {
            return other;
        }

        Limits = await choices.ForExtension(Reference, By, Now, Cancellation) is Reply<ExtensionChoices>.Given { Value: var limits } ? limits : null;
        return null;
    }
}
