using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A page about one victim, named by the item in its address.</summary>
public abstract class VictimPage : EnrolmentPage
{
    [FromRoute(Name = "item")]
    public string Item { get; set; } = "";

    public VictimState Victim => Known!;

    /// <summary>Null when the address names none that the reader may know of.</summary>
    protected VictimState? Known => Agreement.Victims?.FirstOrDefault(victim => victim.Number == Number);

    /// <summary>The rule of <see cref="EnrolmentPage.Opens"/>, for a command about the victim of the address.</summary>
    protected async ValueTask<IActionResult?> OpensFor<TCommand>() where TCommand : AgreementCommand =>
        await Opens<TCommand>(Item) ?? (Known is null ? NotFound() : null);

    /// <summary>Null when the address has no number.</summary>
    protected virtual int? Number => VictimItem.NumberOf(Item);
}
