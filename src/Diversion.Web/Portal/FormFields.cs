namespace Diversion.Web.Portal;

/// <summary>Tells what a person typed apart from what a form adds.</summary>
internal static class FormFields
{
    private static readonly string[] OurOwn =
        [nameof(PortalPage.SeenVersion), nameof(PortalPage.FormKey), FormOwner.Field, "DraftTag", "returnUrl", "person", "step"];

    /// <summary>Texts to read and to copy from; a tick or a choice among options is none.</summary>
    public static IReadOnlyList<string> TypedByPeople(IEnumerable<KeyValuePair<string, string>> fields) =>
        [.. fields.Where(field => !OurOwn.Contains(field.Key) && field.Value.Length > 0 && field.Value is not ("true" or "false" or "True" or "False")).Select(field => field.Value)];
}
