using Diversion.Casework.Actions;
using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>What every request that carries a command has beside it.</summary>
internal sealed record CommandRequest(
    CommandEntry Entry, Actor By, string? IfMatch, string? Key, HttpContext Http, EventNames Names, IClock Clock);
