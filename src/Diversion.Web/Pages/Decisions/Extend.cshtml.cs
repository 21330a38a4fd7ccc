using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Decisions;

/// <summary>Extends the term, within the limits of the scheme and the charge-by date.</summary>
public sealed class ExtendModel(ChoicesQuery choices) : ChangePage
{
    [BindProperty]
    public TypedDate LastDay { get; set; } = new();

    public override string Command => CommandCatalogue.NameOf<TermCommand.ExtendTerm>();

    public override string Button => "Extend the term";

    /// <summary>Null when the agreement is no longer active.</summary>
    public ExtensionChoices? Limits { get; private set; }

    public Task<IActionResult> OnPostAsync()
    {
        var day = Read.Date(nameof(LastDay), LastDay, "the new last day");
        var agreed = ReadAgreement();
        var reason = ReadReason();
        return Run(() => new TermCommand.ExtendTerm(day, true, agreed.On, agreed.How) { Reason = reason }, "The term was extended.", FieldOf);
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        Limits?.LatestDay is { } latest ? [(null, new TermCommand.ExtendTerm(latest, true))] : [];

    /// <summary>Most refusals are about the day: too early, too late, too near the charge-by date.</summary>
    internal static string? FieldOf(string code) => code switch
    {
        RefusalCode.DateInPast or RefusalCode.ExtensionTooLong or RefusalCode.ChargeByTooClose or RefusalCode.ValueOutOfRange => nameof(LastDay),
        _ => AgreementFieldOf(code),
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
