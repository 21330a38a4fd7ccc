using Diversion.Casework.Actions;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Decisions;

/// <summary>Removes conditions and adds others, as agreed with the person.</summary>
public sealed class VaryModel(ChoicesQuery query, Rulebook rulebook) : ConditionsPage(query, rulebook)
{
    public override string Command => CommandCatalogue.NameOf<TermCommand.VaryAgreement>();

    public override string Button => "Vary the agreement";

    public async Task<IActionResult> OnPostAsync()
    {
        var added = await ReadAdded();
        var agreed = ReadAgreement();
        var reason = ReadReason();
        return await Run(() => new TermCommand.VaryAgreement(added, Removed, true, agreed.On, agreed.How) { Reason = reason }, "The agreement was varied.", FieldOf);
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
    [
        .. Removable.Select(one => ((string?)Labels.Sentence(one.Title), (AgreementCommand)new TermCommand.VaryAgreement(Remove: [one.Id], ParticipantAgreed: true))),
        (null, new TermCommand.VaryAgreement([new ConditionTerms.Supervision()], ParticipantAgreed: true)),
        (null, new TermCommand.VaryAgreement([new ConditionTerms.Reparation()], ParticipantAgreed: true)),
    ];
}
