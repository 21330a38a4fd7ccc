using Diversion.Casework;
using Diversion.Casework.Queries;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;
using Diversion.Web.Pages.Conditions;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Decisions;

/// <summary>Puts another condition in the place of one that cannot be carried out.</summary>
public sealed class SubstituteModel(ChoicesQuery query, Rulebook rulebook) : ConditionsPage(query, rulebook)
{
    public override string Command => "substitute-condition";

    public override string Button => "Replace the condition";

    protected override bool IsOne => true;

    public async Task<IActionResult> OnPostAsync()
    {
        var added = await ReadAdded();
        if (Panel is not null && added.Length != 1 && ModelState.IsValid)
        {
            Read.Fault(ConditionsPanel.Field, FaultWording.Choose("the condition that replaces it"));
        }

        var reason = Read.Text(nameof(Reason), Reason, "the reason", LongestReason);
        return await Run(() => Substitution(added.FirstOrDefault()) with { Reason = reason }, "The condition was replaced.", FieldOf);
    }

    private TermCommand.SubstituteCondition Substitution(ConditionTerms? replacement) => new(Condition ?? "", replacement!, HasAgreed);
}
