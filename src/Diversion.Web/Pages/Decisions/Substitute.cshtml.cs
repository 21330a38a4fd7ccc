using Diversion.Casework.Actions;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Term;
using Diversion.Web.Pages.Conditions;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Decisions;

/// <summary>Replaces a condition that cannot be carried out with another.</summary>
public sealed class SubstituteModel(ChoicesQuery query, Rulebook rulebook) : ConditionsPage(query, rulebook)
{
    public override string Command => CommandCatalogue.NameOf<TermCommand.SubstituteCondition>();

    public override string Button => "Replace the condition";

    protected override bool IsOne => true;

    public async Task<IActionResult> OnPostAsync()
    {
        var added = await ReadAdded();
        if (IsChangeable && added.Length != 1 && ModelState.IsValid)
        {
            Read.Fault(ConditionsPanel.Field, FaultWording.Choose("the condition that replaces it"));
        }

        var agreed = ReadAgreement();
        var reason = ReadReason();
        return await Run(
            () => new TermCommand.SubstituteCondition(Condition ?? "", added.FirstOrDefault()!, true, agreed.On, agreed.How) { Reason = reason },
            "The condition was replaced.",
            FieldOf);
    }

    /// <summary>One of each kind, if it may be added.</summary>
    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        ((ConditionTerms[])[new ConditionTerms.Supervision(), new ConditionTerms.Reparation(), new ConditionTerms.TagMonitoring()])
        .Concat(Enum.GetValues<PathwayKind>().Select(need => new ConditionTerms.Pathway(need, "An example")))
        .Select(terms => ((string?)null, (AgreementCommand)new TermCommand.SubstituteCondition(Condition ?? "", terms, true)));
}
