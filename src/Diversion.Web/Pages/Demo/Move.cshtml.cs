using Diversion.Domain;
using Diversion.Web.Demo;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Demo;

/// <summary>The buttons of the demo bar.</summary>
public sealed class MoveModel : DemoPage
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(DemoStep? step, string? returnUrl)
    {
        if (step is not { } wanted || !Enum.IsDefined(wanted))
        {
            return NotFound();
        }

        switch (await Demo.Move(wanted))
        {
            case DemoMove.Arrived arrived:
                Say($"It is {Words.Moment(arrived.Now)} now. {OnTheWay(arrived.Woken)}");
                break;
            case DemoMove.Refused refused:
                SayNot(refused.Why);
                break;
        }

        return GoBackTo(returnUrl);
    }

    private static string OnTheWay(int woken) => woken switch
    {
        0 => "Nothing was due in that time.",
        1 => "Something fell due in one case on the way.",
        _ => $"Things fell due {woken:N0} times on the way.",
    };
}
