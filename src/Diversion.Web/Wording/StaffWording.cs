using Diversion.Web.Forms;

namespace Diversion.Web.Wording;

/// <summary>Where somebody is chosen from a list that the programme's settings hold.</summary>
public static class StaffWording
{
    /// <returns>Null when there is somebody.</returns>
    public static string? Nobody(IReadOnlyList<Choice> list, string who) =>
        list.Count == 0 ? $"No {who} are set up. Ask the system administrator to add them to the programme’s settings." : null;
}
