namespace Diversion.Local.Programmes;

/// <summary>Whether a data folder contains a real programme or a demo. Written once, when the folder is created.</summary>
public enum DataKind
{
    Real,
    Demo,
}
