using System.Security.Claims;
using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Access;

/// <summary>The person who makes a request, as a parameter of an endpoint.</summary>
internal readonly record struct Caller(Actor Actor)
{
    public static ValueTask<Caller> BindAsync(HttpContext http) =>
        ValueTask.FromResult(new Caller(
            Tokens.Read(http.User) ?? throw new InvalidOperationException("An endpoint without sign-in has no caller.")));

    public static implicit operator Actor(Caller caller) => caller.Actor;
}
