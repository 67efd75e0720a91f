// Decorators write their metadata when a class is read, so this comes before every spec.
import 'reflect-metadata';
