using Diversion.Casework;
using Diversion.Casework.Queries;
using Diversion.Domain.Term;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Decisions;

/// <summary>Takes conditions out and brings others in, as agreed with the person.</summary>
public sealed class VaryModel(ChoicesQuery query, Rulebook rulebook) : ConditionsPage(query, rulebook)
{
    public override string Command => "vary-agreement";

    public override string Button => "Vary the agreement";

    public async Task<IActionResult> OnPostAsync()
    {
        var added = await ReadAdded();
        var reason = Read.Text(nameof(Reason), Reason, "the reason", LongestReason);
        return await Run(() => new TermCommand.VaryAgreement(added, Removed, HasAgreed) { Reason = reason }, "The agreement was varied.", FieldOf);
    }
}
