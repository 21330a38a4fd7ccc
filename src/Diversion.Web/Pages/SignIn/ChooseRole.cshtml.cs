using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Portal;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.SignIn;

/// <summary>Somebody with several roles says in which one they work now.</summary>
public sealed class ChooseRoleModel : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<Actor> Actors => HttpContext.Features.Get<SessionRoles>()?.Actors ?? [];

    public IActionResult OnGet() => Actors.Count > 1 ? Page() : GoBackTo(ReturnUrl);

    public async Task<IActionResult> OnPostAsync(string? role)
    {
        if (Actors.FirstOrDefault(actor => RoleNames.Of(actor.Role) == role) is not { } chosen)
        {
            return Actors.Count > 1 ? Page() : GoBackTo(ReturnUrl);
        }

        var session = await HttpContext.AuthenticateAsync(OpenIdSession.Scheme);
        await HttpContext.SignInAsync(OpenIdSession.Scheme, Tokens.PrincipalOf(chosen, OpenIdSession.Scheme), session.Properties);
        return GoBackTo(ReturnUrl);
    }
}
