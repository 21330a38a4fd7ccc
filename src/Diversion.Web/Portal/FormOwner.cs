using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Portal;

/// <summary>
/// The user that a form was shown to, encrypted in the form: if their session has ended, their answers are kept for them
/// and nobody else.
/// </summary>
public sealed class FormOwner(IDataProtectionProvider protection)
{
    /// <summary>A hidden field of <c>portal-form</c>.</summary>
    public const string Field = "FilledInBy";

    private readonly IDataProtector protector = protection.CreateProtector("form-owner");

    /// <returns>Null when nobody is signed in.</returns>
    public string? Seal(HttpContext http) => Tokens.Read(http.User) is { } actor ? protector.Protect(KeyOf(actor)) : null;

    /// <returns>Null when the form does not say, or the value is not ours.</returns>
    public string? Read(IFormCollection form)
    {
        try
        {
            return form[Field] is [{ Length: > 0 } seal] ? protector.Unprotect(seal) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>One person in two roles has two sessions, and may see different things in each.</summary>
    public static string KeyOf(Actor actor) => $"{actor.Role}:{actor.Id}";
}
