using Diversion.Domain;
using Diversion.Web.Demo;
using Diversion.Web.Portal;
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

        Say(await Demo.Move(wanted) switch
        {
            DemoMove.Arrived arrived => $"It is {Words.Moment(arrived.Now)} now. {Woken(arrived.Woken)}",
            DemoMove.Refused refused => refused.Why,
            var other => throw new InvalidOperationException($"No words for {other.GetType().Name}."),
        });
        return GoBackTo(returnUrl);
    }

    private static string Woken(int times) => times switch
    {
        0 => "Nothing fell due on the way.",
        1 => "One agreement was woken on the way.",
        _ => $"Agreements were woken {times:N0} times on the way.",
    };
}
