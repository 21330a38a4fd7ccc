using System.Collections.Frozen;
using Diversion.Casework.Actions;
using Diversion.Casework.Links;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Web.Portal;

/// <summary>
/// The page for each action of an agreement: at <c>/agreements/{reference}/{command}</c> and, below that, the condition and
/// its item. An action without a page has no address.
/// </summary>
public sealed class ActionPages(EndpointDataSource endpoints)
{
    private const string Below = "agreements/{reference}/";

    /// <summary>Pages whose name differs from their command.</summary>
    private static readonly FrozenDictionary<string, string> OwnNames = new Dictionary<string, string>
    {
        [CommandCatalogue.NameOf<TermCommand.AddNote>()] = "note",
    }.ToFrozenDictionary();

    private readonly Lazy<FrozenSet<string>> pages = new(() => endpoints.Endpoints
        .OfType<RouteEndpoint>()
        .Select(endpoint => endpoint.RoutePattern.RawText ?? "")
        .Where(route => route.StartsWith(Below, StringComparison.Ordinal))
        .Select(route => route[Below.Length..].Split('/')[0])
        .ToFrozenSet(StringComparer.Ordinal));

    public string? AddressOf(string reference, ActionView action) => AddressOf(reference, action.Command, action.Condition, action.Item);

    /// <returns>Null when there is no page for it.</returns>
    public string? AddressOf(string reference, string command, string? condition = null, string? item = null)
    {
        var page = OwnNames.GetValueOrDefault(command, command);
        if (!StepList.Has(command) && !pages.Value.Contains(page))
        {
            return null;
        }

        return Addresses.Action(reference, page, condition, item);
    }
}
